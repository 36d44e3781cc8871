import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { text } from '../../actions/shared'
import { actionsWithReaders } from '../../scripts/readers/actions-with-readers'
import { generatedReaders } from '../../scripts/readers/plugin'
import { rewriteModule } from '../../scripts/readers/rewrite-module'

const root = fileURLToPath(new URL('../..', import.meta.url))
const plugin = generatedReaders(root)
const pathOf = (action: string) => `${root}actions/${action}.ts`
const rewritten = (action: string) =>
  plugin.transform(readFileSync(pathOf(action), 'utf8'), pathOf(action))?.code

describe.each(actionsWithReaders)('the plugin for generated readers, for %s,', (action) => {
  const source = readFileSync(pathOf(action), 'utf8')
  const code = rewritten(action) ?? ''

  it('adds one reader to the result, by a call that bundlers may drop', () => {
    expect(code.match(/result: \/\*#__PURE__\*\/ withReader\(/g)).toHaveLength(1)
  })

  it('writes functions that are ES2017 and not evaluated from text', async () => {
    const { warnings } = await transform(code, { loader: 'ts', target: 'es2017' })
    expect(warnings).toEqual([])
    expect(code).not.toMatch(/\beval\b|new Function/)
  })

  it('keeps the line numbers of the source', () => {
    const lines = code.split('\n')
    const changed = source.split('\n').filter((line, index) => line !== lines[index])
    expect(changed.length).toBeLessThanOrEqual(2)
  })
})

describe('the plugin for generated readers', () => {
  it('leaves every other module as it is', () => {
    expect(rewritten('mini-program/door-lock/open-door')).toBe(undefined)
  })

  it('leaves the families out that a build does not need', () => {
    const path = pathOf('open-api/users/list-home-users')
    const source = readFileSync(path, 'utf8')
    expect(plugin.transform(source, path)?.code).toContain('withReader(')
    expect(generatedReaders(root, ['panel']).transform(source, path)).toBe(null)
  })

  it('fails the build where an action has no result that can be read', () => {
    const rewriting = { path: 'a.ts', exportName: 'a', helpers: 'helpers', contract: text() }
    expect(() => rewriteModule({ ...rewriting, code: 'export const a = 1' })).toThrow(
      'a.ts: the action a has no result that can be read',
    )
    expect(
      rewriteModule({ ...rewriting, code: 'export const a = defineAction({ result: text() })' }),
    ).toContain('withReader(text(), toText)')
  })

  if (process.env.READERS === 'generated')
    it('is used by the tests of this run', async () => {
      const { listUsers } = await import('../../actions/mini-program/door-lock/list-users')
      expect(Object.keys(listUsers.result)).toContain('readTolerantly')
    })
})
