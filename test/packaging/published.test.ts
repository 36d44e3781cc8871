import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { specifiers } from '../../scripts/entries'
import { type AppWithPackage, appWithPackage } from './packed'

const attw = fileURLToPath(new URL('../../node_modules/.bin/attw', import.meta.url))

/** attw prints a line for each entry and each way to resolve it: more than the megabyte that is read by default. */
const MOST_OUTPUT = 64 * 1024 * 1024

let packed: AppWithPackage

beforeAll(() => {
  packed = appWithPackage()
}, 60_000)

afterAll(() => rmSync(packed.app, { recursive: true, force: true }))

it('publint reports nothing about the tarball', async () => {
  const { buffer } = new Uint8Array(readFileSync(packed.tarball))
  const { messages, pkg } = await publint({ pack: { tarball: buffer }, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

it('attw finds correct types for every module resolution', () => {
  // attw does not expand the patterns of `exports`, so the entries are listed for it.
  const paths = specifiers.map((name) => name.replace(/^lockpanel\/?/, '') || '.')
  const flags = ['--format', 'json', '--entrypoints', ...paths]
  const { stdout, status } = spawnSync(attw, [packed.tarball, ...flags], {
    cwd: packed.app,
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
  })
  const { analysis } = JSON.parse(stdout)
  expect(Object.keys(analysis.entrypoints)).toHaveLength(specifiers.length)
  expect(analysis.problems).toEqual([])
  expect(status).toBe(0)
}, 60_000)
