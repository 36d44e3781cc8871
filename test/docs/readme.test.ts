import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { messagesAbout, root, virtualProgram } from '../support/virtual-program'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = '']) => code)
const example = blocks.find((code) => code.includes("from 'lockpanel'")) ?? ''

describe('the README', () => {
  it('is under 200 lines', () => {
    expect(readme.split('\n').length).toBeLessThan(200)
  })

  it('has an example that runs unchanged with the built package', () => {
    const printed = execFileSync(process.execPath, ['--input-type=module'], {
      cwd: root,
      input: example,
      encoding: 'utf8',
    })
    expect(printed).toBe('the door is open\n')
    expect(example.trim().split('\n').length).toBeLessThanOrEqual(15)
  })

  it('has an example that compiles unchanged', () => {
    const path = 'src/readme.virtual.ts'
    expect(messagesAbout(virtualProgram({ [path]: `${example}\nexport {}\n` }), path)).toEqual([])
    // The compiler takes longer than the default on a busy machine.
  }, 60_000)

  it('names every kind of error in its switch', () => {
    const kinds = [...readme.matchAll(/case '([a-z-]+)'/g)].map(([, kind]) => kind)
    expect(kinds.sort()).toEqual(
      [
        'params',
        'unsupported',
        'vendor',
        'transport',
        'timeout',
        'response',
        'outcome-unknown',
        'cancelled',
        'lock',
      ].sort(),
    )
  })

  it('names only commands and files that exist', () => {
    const commands = [...readme.matchAll(/npm run (?:--silent )?([a-z:]+)/g)].map(
      ([, name]) => name,
    )
    expect(commands.filter((name) => !(String(name) in manifest.scripts))).toEqual([])
    const files = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path)
    expect(files.filter((path) => !path.includes('://') && !existsSync(join(root, path)))).toEqual(
      [],
    )
  })
})
