import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { runInThisContext } from 'node:vm'
import { build } from 'esbuild'
import { Window } from 'happy-dom'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock, createSimulator, type Simulator, seed } from '../../simulator'
import { appWithPackage } from '../packaging/packed'
import { createBareHost } from '../sandbox/bare-host'
import { packedFrom } from '../sandbox/built-files'
import { root } from '../support/virtual-program'

const run = promisify(execFile)
const ADDRESS = 'http://127.0.0.1:8080'
const page = readFileSync(join(root, 'docs/guide/first-panel.md'), 'utf8')

/** The files of the page: each is a block after its name in code quotes. */
const files = new Map(
  [...page.matchAll(/`([\w./-]+\.\w+)`:\n\n```\w+\n([\s\S]*?)```/g)].map(
    ([, name = '', text = '']) => [name, text],
  ),
)
const textOf = (name: string, address = ADDRESS): string => {
  const text = files.get(name)
  if (text === undefined) throw new Error(`docs/guide/first-panel.md has no file ${name}`)
  return text.replaceAll(ADDRESS, address)
}

const { frontDoor } = seed.locks

describe('the programs of the guide for a first panel', () => {
  let app = ''

  beforeAll(() => {
    app = appWithPackage().app
  }, 60_000)

  afterAll(() => rmSync(app, { recursive: true, force: true }))

  it('have a unit test that passes with the packed package', async () => {
    writeFileSync(join(app, 'door.test.mjs'), textOf('door.test.mjs'))
    const { stdout } = await run(process.execPath, ['--test', 'door.test.mjs'], { cwd: app })
    expect(stdout).toContain('# pass 1')
  }, 60_000)

  describe('over HTTP', () => {
    let simulator: Simulator
    let address: string
    let close: () => Promise<void>

    beforeEach(async () => {
      simulator = createSimulator()
      ;({ url: address, close } = await simulator.serve())
    })

    afterEach(() => close())

    it('have a server that opens the door with the packed package', async () => {
      writeFileSync(join(app, 'server.mjs'), textOf('server.mjs', address))
      const { stdout } = await run(process.execPath, ['server.mjs'], { cwd: app })
      expect(stdout).toBe('before: locked\nafter: unlocked\n')
    }, 60_000)

    it('have a web page that opens the door on a click', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'lockpanel-page-'))
      writeFileSync(join(folder, 'panel.js'), textOf('panel.js', address))
      const { outputFiles } = await build({
        entryPoints: [join(folder, 'panel.js')],
        nodePaths: [join(app, 'node_modules')],
        bundle: true,
        format: 'iife',
        write: false,
        logLevel: 'silent',
      })
      rmSync(folder, { recursive: true })
      const window = new Window()
      const { document } = window
      document.write(textOf('index.html').replace(/<script.*<\/script>/, ''))
      const start = runInThisContext(`(function (document) {${outputFiles[0]?.text}\n})`)
      start(document)

      const text = () => document.querySelector('#state')?.textContent
      await vi.waitFor(() => expect(text()).toBe('Locked'), 10_000)
      document.querySelector('#unlock')?.dispatchEvent(new window.Event('click'))
      await vi.waitFor(() => expect(text()).toBe('Done'), 20_000)
      expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock'])
    }, 60_000)
  })

  it('have a page of a mini-program that opens the door on a tap, and shows a refusal', async () => {
    const clock = createClock({ frozen: true, startMs: 1_800_000_000_000 })
    const simulator = createSimulator({ clock })
    const packed = packedFrom(join(root, 'miniprogram_dist'))
    const pages: Record<string, unknown>[] = []
    const host = createBareHost({
      files: (path) => (path === 'pages/door/door.js' ? textOf(path) : packed(path)),
      clock,
      globals: {
        wx: simulator.asWx(),
        Page: (options: Record<string, unknown>) => pages.push(options),
      },
    })
    host.load('pages/door/door.js')
    const [door = {}] = pages
    const shown: Record<string, unknown> = {}
    const call = (method: string) => (door[method] as () => void).call(door)
    door.setData = (changes: object) => Object.assign(shown, changes)
    const shows = async (text: string) => {
      await vi.waitFor(
        () => {
          clock.advance(25)
          expect(shown.text).toBe(text)
        },
        { timeout: 10_000, interval: 1 },
      )
    }

    call('onLoad')
    await shows('已上锁')
    call('unlock')
    await shows('已完成')
    expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock'])

    simulator.lock(frontDoor.id).online = false
    call('unlock')
    await shows('门锁离线')
    expect(shown.advice).toBe('请唤醒门锁并检查网络后重试。')
    call('onUnload')
    expect(host.touched).toEqual([])
  }, 60_000)
})
