import { execFileSync, spawn } from 'node:child_process'
import { cpSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hold } from '../panel-web/hold'
import { launchBrowser, openPage } from '../support/browser'
import { appWithPackage, packageJson, root } from './packed'

const example = join(root, 'examples/panel-web')
const { dependencies, devDependencies } = JSON.parse(
  readFileSync(join(example, 'package.json'), 'utf8'),
) as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>
const listed = { ...dependencies, ...devDependencies }

let app = ''

/** The example in a folder of its own, with what its package.json lists and nothing else. */
beforeAll(() => {
  const linked = Object.keys(listed).filter((name) => name !== packageJson.name)
  ;({ app } = appWithPackage(linked))
  cpSync(example, app, {
    recursive: true,
    filter: (path) => !path.includes('node_modules'),
  })
}, 60_000)
afterAll(() => rmSync(app, { recursive: true, force: true }))

/** As `npm run` in an app whose packages npm has installed: linked packages have no commands in `node_modules/.bin`. */
const run = (script: string): string =>
  execFileSync('npm', ['run', '--silent', script], {
    cwd: app,
    encoding: 'utf8',
    stdio: 'pipe',
    env: {
      ...process.env,
      PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
  })

/** Serves the built copy, and gives its address. */
const preview = async (): Promise<{ readonly url: string; readonly end: () => void }> => {
  const vite = join(app, 'node_modules/vite/bin/vite.js')
  const served = spawn(process.execPath, [vite, 'preview', '--host', '127.0.0.1', '--port', '0'], {
    cwd: app,
    env: { ...process.env, NO_COLOR: '1' },
  })
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: string) => {
      printed += text
      const found = /Local:\s+(\S+)/.exec(printed)?.[1]
      if (found !== undefined) resolve(found)
    }
    served.stdout.setEncoding('utf8').on('data', read)
    served.stderr.setEncoding('utf8').on('data', read)
    served.on('close', () => reject(new Error(`vite preview ended: ${printed}`)))
  })
  return { url, end: () => void served.kill() }
}

describe('a copy of examples/panel-web outside of the repository', () => {
  it('lists the versions that the repository is tested with', () => {
    const { devDependencies: tested, name, version } = packageJson
    const expected = Object.keys(listed).map((each) => [
      each,
      each === name ? version : tested[each],
    ])
    expect(listed).toEqual(Object.fromEntries(expected))
  })

  it('lists every peer of the packed package that it needs', () => {
    const peers = Object.keys(packageJson.peerDependencies)
    expect(peers.filter((peer) => !(peer in listed))).toEqual([])
  })

  it('compiles with the packed package', () => {
    expect(run('typecheck')).toBe('')
  }, 60_000)

  it('builds, and unlocks the simulated lock', async () => {
    run('build')
    const [{ url, end }, browser] = await Promise.all([preview(), launchBrowser()])
    try {
      const { page, errors } = await openPage(browser, url, { width: 390, height: 844 })
      await page.getByText('Locked', { exact: true }).waitFor()
      await hold(page)
      await page.getByText('Unlocked', { exact: true }).first().waitFor()
      expect(errors).toEqual([])
    } finally {
      await browser.close()
      end()
    }
  }, 120_000)
})
