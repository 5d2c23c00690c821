export interface Device {
  name: string
  handheld: boolean
}

/** More special names stand first: Edge and Opera call themselves Chrome, Chrome calls itself Safari. */
const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/curl\//, 'curl'],
]

const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

function find(names: readonly [RegExp, string][], agent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(agent))?.[1]
}

/** What somebody would call the thing they signed in with. */
export function deviceOf(userAgent: string | null): Device {
  const agent = userAgent ?? ''
  const browser = find(browsers, agent)
  const system = find(systems, agent)
  const name = [browser, system].filter(Boolean).join(' on ')
  return {
    name: name || agent.slice(0, 60) || 'Unknown device',
    handheld: system === 'Android' || system === 'iOS',
  }
}
