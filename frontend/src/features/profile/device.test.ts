import { expect, test } from 'vitest'
import { deviceOf } from './device'

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36', 'Chrome on Linux', false],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/143.0 Safari/537.36 Edg/143.0', 'Edge on Windows', false],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1', 'Safari on iOS', true],
  ['Mozilla/5.0 (Android 16; Mobile) Firefox/145.0', 'Firefox on Android', true],
  ['curl/8.9', 'curl', false],
  ['MyScript', 'MyScript', false],
  [null, 'Unknown device', false],
])('%s is called %s', (agent, name, handheld) => {
  expect(deviceOf(agent)).toEqual({ name, handheld })
})
