import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'acorn'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createClock, createSimulator, seed } from '../../simulator'
import { type BareHost, type BareHostOptions, createBareHost, settled } from '../sandbox/bare-host'
import { type Compiled, packAndCompile } from './wechat-tools'

/** WeChat allows 2 MB for the main package and warns at 1.5 MB; an app needs most of it for its own code. */
const MAX_PACKAGE_BYTES = 200_000

let compiled: Compiled

beforeAll(() => {
  compiled = packAndCompile()
}, 600_000)

afterAll(() => {
  for (const folder of compiled?.remove ?? []) rmSync(folder, { recursive: true, force: true })
})

const fileOf = (path: string): string | undefined => {
  const file = join(compiled.folder, path)
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8') : undefined
}
const filesUnder = (folder: string): readonly string[] =>
  readdirSync(join(compiled.folder, folder), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.js'),
  )

describe('the WeChat packing tool', () => {
  it('packs the package without a warning', () => {
    expect(compiled.report.warnings).toEqual([])
  })

  it('passes every check of code quality', () => {
    const failed = compiled.report.quality.filter(({ success }) => !success)
    expect(failed).toEqual([])
  })

  it('includes every file that the app needs, also the cryptography', () => {
    const unused = compiled.report.quality.find(({ name }) => name === 'CONTAINS_UNUSED_CODES')
    const needed = ['core.js', 'crypto.js', 'actions/door-lock.js', 'shared/ticket-crypto.js']
    expect(unused?.detail).toContain('miniprogram_npm/lockpanel/index.js')
    for (const file of needed)
      expect(unused?.detail).not.toContain(`miniprogram_npm/lockpanel/${file}`)
  })

  it('compiles the package to ES5 with less than 200 kB', () => {
    const files = filesUnder('miniprogram_npm/lockpanel')
    expect(files.length).toBeGreaterThan(5)
    let bytes = 0
    for (const file of files) {
      const text = fileOf(`miniprogram_npm/lockpanel/${file}`) as string
      expect(() => parse(text, { ecmaVersion: 5 }), file).not.toThrow()
      bytes += Buffer.byteLength(text)
    }
    console.info(`WeChat counts ${bytes} bytes for the package, all entries together`)
    expect(bytes).toBeLessThan(MAX_PACKAGE_BYTES)
  })
})

/** A page that the platform creates from the argument of `Page`. */
interface LockPage {
  readonly data: { readonly members: readonly string[]; readonly outcome: string }
  onLoad(query: { readonly deviceId: string }): Promise<void>
  loadAll(): Promise<void>
  unlock(): Promise<void>
  encrypt(keys: { readonly accessKey: string }): Promise<void>
}

const openPage = async (kind: Pick<BareHostOptions, 'builtins' | 'promise'>) => {
  const clock = createClock({ frozen: true, startMs: 1_800_000_000_000 })
  const simulator = createSimulator({ clock })
  let page: LockPage | undefined
  const host = createBareHost({
    ...kind,
    clock,
    files: fileOf,
    globals: {
      wx: simulator.asWx(),
      App: () => undefined,
      Page: (options: LockPage) => {
        const setData = (changed: object) => Object.assign(options.data, changed)
        page = Object.assign(options, { setData })
      },
    },
  })
  host.load('app')
  host.load('pages/lock/lock')
  if (page === undefined) throw new Error('the page did not register itself')
  await settled(clock, page.onLoad({ deviceId: seed.locks.frontDoor.id }))
  return { clock, simulator, host, page }
}

/** Babel's helpers for `extends Error` read it to detect native functions. */
const FOR_BABEL = 'Function'
const touchedBy = ({ touched }: BareHost) => touched.filter((name) => name !== FOR_BABEL)

const members = Object.values(seed.members).map(({ nickName }) => nickName)

describe.each([
  ['with current builtins', {}],
  ['on iOS 15 without features newer than ES2017', { builtins: 'oldest', promise: 'timers' }],
] as const)('the page that WeChat compiled, %s,', (_, kind) => {
  it('reads over wx.request with its own handler when it is loaded', async () => {
    const { page, host } = await openPage(kind)
    expect([...page.data.members]).toEqual(members.slice(0, 1))
    expect(touchedBy(host)).toEqual([])
  })

  it('unlocks once and shows the check action when the answer is lost', async () => {
    const { page, clock, simulator } = await openPage(kind)
    simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    await settled(clock, page.unlock())
    expect(page.data.outcome).toBe('look at device.status')
    expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock'])
  })

  it('encrypts a password', async () => {
    const { page, clock, simulator, host } = await openPage(kind)
    await settled(clock, page.encrypt(simulator))
    expect(page.data.outcome).toMatch(/^[\da-f]{32}$/)
    expect(touchedBy(host)).toEqual([])
  })
})

it('the page that WeChat compiled reads all pages with `for await`', async () => {
  const { page, clock } = await openPage({})
  await settled(clock, page.loadAll())
  expect([...page.data.members]).toEqual(members)
})
