import assert from 'node:assert/strict'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { Parser } from '@asyncapi/parser'
import { repository } from '../doctor/run.mjs'

const resources = join(repository, 'backend/src/main/resources')
const folder = mkdtempSync(join(tmpdir(), 'devsync-asyncapi-'))
const source = join(folder, 'asyncapi.yaml')

after(() => rmSync(folder, { recursive: true }))

// As the server offers them: the one refers to the other by its public name.
copyFileSync(join(resources, 'asyncapi.yaml'), source)
copyFileSync(join(resources, 'openapi.yaml'), join(folder, 'swagger.yaml'))

const parse = (change = (text) => text) => new Parser().parse(change(readFileSync(source, 'utf8')), { source })

test('the document of live events is valid AsyncAPI, references into the OpenAPI document included', async () => {
  const { document, diagnostics } = await parse()
  const said = diagnostics.filter(({ code }) => code !== 'asyncapi-latest-version')
  assert.deepEqual(said, [])
  assert.deepEqual(
    document
      .channels()
      .all()
      .map((channel) => channel.address()),
    ['/socket.io/', '/api/v1/stream'],
  )
  assert.ok(document.operations().all().length > 5)
})

test('a reference that leads nowhere is noticed', async () => {
  const { diagnostics } = await parse((text) => text.replace('#/components/schemas/task_updated', '#/nowhere'))
  assert.ok(diagnostics.some(({ severity, code }) => severity === 0 && code === 'invalid-ref'))
})
