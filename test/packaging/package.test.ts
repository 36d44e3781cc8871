import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'acorn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeSpecifiers, specifiers } from '../../scripts/entries'
import { createClock } from '../../simulator'
import { createBareHost } from '../sandbox/bare-host'
import { packedFrom } from '../sandbox/built-files'
import { appWithPackage, packageJson } from './packed'

let app = ''
let installed = ''

beforeAll(() => {
  ;({ app, installed } = appWithPackage())
}, 60_000)

afterAll(() => rmSync(app, { recursive: true, force: true }))

const filesUnder = (folder: string, ending: string): readonly string[] =>
  readdirSync(join(installed, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))

/** Runs a script in Node, in an app outside this repository. */
const runInApp = (type: 'module' | 'commonjs', script: string): string =>
  execFileSync(process.execPath, [`--input-type=${type}`, '--eval', script], {
    cwd: app,
    encoding: 'utf8',
  })

const exportsBy = (method: 'import' | 'require'): Readonly<Record<string, readonly string[]>> => {
  const load = method === 'import' ? 'await import(name)' : 'require(name)'
  const script = `
    (async () => {
      const found = {}
      for (const name of ${JSON.stringify(specifiers)}) found[name] = Object.keys(${load}).sort()
      console.log(JSON.stringify(found))
    })()`
  return JSON.parse(runInApp(method === 'import' ? 'module' : 'commonjs', script))
}

/** The text of a file and of all its static imports. */
const textOf = (file: string, seen = new Set<string>()): string => {
  if (seen.has(file)) return ''
  seen.add(file)
  const text = readFileSync(join(installed, file), 'utf8')
  const imported = [...text.matchAll(/(?:from|import) ['"](\.[^'"]+)['"]/g)].map(
    ([, path = '']) => path,
  )
  return [text, ...imported.map((path) => textOf(join(dirname(file), path), seen))].join('\n')
}

describe('package.json', () => {
  it('has no dependencies, because WeChat would pack each of them into the app', () => {
    expect(packageJson.dependencies ?? {}).toEqual({})
  })

  it('pins every tool and the tested version of every peer', () => {
    const loose = Object.entries(packageJson.devDependencies).filter(([, v]) => !/^\d/.test(v))
    expect(loose).toEqual([])
    expect(Object.keys(packageJson.devDependencies)).toEqual(
      expect.arrayContaining(Object.keys(packageJson.peerDependencies)),
    )
  })

  it('has code and types in the tarball for every entry of `exports`', () => {
    const files = specifiers
      .map((name) => name.replace(/^lockpanel\/?/, '') || 'index')
      .flatMap((name) => ['.js', '.mjs', '.d.ts', '.d.mts'].map((end) => `dist/${name}${end}`))
    expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([])
  })

  it('names a main file, a module and types that are in the tarball', () => {
    const files = [packageJson.main, packageJson.module, packageJson.types]
    expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([])
  })
})

describe('the packed package', () => {
  it('contains every file that its README links to, except those that are read in a clone', () => {
    const readme = readFileSync(join(installed, 'README.md'), 'utf8')
    const linked = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path = '']) => path)
    // Documents for contributors, and the Chinese ones, are read in a clone.
    const inClone = ['CONTRIBUTING.md', 'docs/decisions', 'README-zh.md']
    const files = linked.filter((path) => !path.includes('://') && !inClone.includes(path))
    expect(files.length).toBeGreaterThan(10)
    expect(files.filter((path) => !existsSync(join(installed, path)))).toEqual([])
  })

  it('loads by import and by require with the same names', () => {
    const imported = exportsBy('import')
    expect(Object.values(imported).every((names) => names.length > 0)).toBe(true)
    expect(exportsBy('require')).toEqual(imported)
  })

  it('contains no action in the core entry', () => {
    expect(textOf('dist/core.mjs')).toContain('apiRequest')
    expect(textOf('dist/core.mjs')).not.toMatch(/name: ['"]doorLock\./)
    expect(textOf('dist/index.mjs')).toMatch(/name: ['"]doorLock\./)
  })

  it('contains the inspector in the entry of the inspector only', () => {
    const containing = specifiers.filter((name) =>
      textOf(`dist/${name.replace(/^lockpanel\/?/, '') || 'index'}.mjs`).includes(
        'lockpanel-inspector',
      ),
    )
    expect(containing).toEqual(['lockpanel/inspector'])
  })

  it('loads crypto-js at the first encryption of a password, not earlier', () => {
    const script = `
      const { passwordCipher } = require('lockpanel')
      const isLoaded = () => Object.keys(require.cache).some((path) => path.includes('crypto-js'))
      const before = isLoaded()
      const ticket = { ticket_key: '00'.repeat(32) }
      passwordCipher({ accessKey: '0123456789abcdef0123456789abcdef' }).encrypt(ticket, '123456')
        .catch(() => console.log(before, isLoaded()))`
    expect(runInApp('commonjs', script)).toBe('false true\n')
  })

  it('uses only the syntax of ES2017', () => {
    // The command line runs only in Node.
    const files = [
      ...filesUnder('dist', '.js'),
      ...filesUnder(packageJson.miniprogram, '.js'),
    ].filter((file) => !file.startsWith('dist/command-line'))
    expect(files.length).toBeGreaterThan(2 * specifiers.length - 1)
    for (const file of files) {
      const text = readFileSync(join(installed, file), 'utf8')
      expect(() => parse(text, { ecmaVersion: 2017, sourceType: 'script' }), file).not.toThrow()
    }
  })
})

describe('the mini-program package', () => {
  it('has a file for every entry except those for Node alone', () => {
    const expected = specifiers
      .filter((name) => !nodeSpecifiers.includes(name))
      .map((name) => `${name.replace(/^lockpanel\/?/, '') || 'index'}.js`)
    const folder = join(installed, packageJson.miniprogram)
    expect(expected.filter((file) => !existsSync(join(folder, file)))).toEqual([])
  })

  it('exports the same names from every entry as the npm package', () => {
    const imported = exportsBy('import')
    const { load } = createBareHost({
      files: packedFrom(join(installed, packageJson.miniprogram)),
      clock: createClock({ frozen: true }),
      globals: {},
    })
    for (const name of specifiers.filter((each) => !nodeSpecifiers.includes(each)))
      expect(Object.keys(load(`miniprogram_npm/${name}`)).sort(), name).toEqual(imported[name])
  })
})
