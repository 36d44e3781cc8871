import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { accessibilityProblems } from '../support/browser'
import { hold } from './hold'
import { panelSuite } from './panel-suite'
import type { ServedPanel } from './served-panel'

/** The browser itself reports a request that a test made fail. */
const suite = panelSuite({ allowedError: (text) => /502|ERR_FAILED/.test(text) })
let page: Page
let served: ServedPanel
let inspector: Locator
beforeEach(() => {
  page = suite.page
  served = suite.served
  inspector = page.locator('lockpanel-inspector')
})

const button = (name: string) => page.getByRole('button', { name, exact: true })
const tab = (name: string) => page.locator('.adm-tab-bar-item', { hasText: name }).click()
const openInspector = async () => {
  await button('Inspector').click()
  await inspector.waitFor()
}
/** The calls that are listed, newest first; each with its texts. */
const calls = () => inspector.locator('.row')
const callsOf = (action: string) => calls().filter({ hasText: action })
const selected = (name: string) => inspector.getByLabel(name, { exact: true })

/** What an export must not contain: the access key, and every ticket and password that the panel sent. */
const secretsOf = ({ simulator }: ServedPanel): readonly string[] => [
  simulator.accessKey,
  ...simulator.requests.flatMap(({ params }) =>
    Object.entries(params as Readonly<Record<string, unknown>>)
      .filter(([name]) => /ticket_id|password$/.test(name))
      .map(([, value]) => String(value)),
  ),
]

describe('the inspector of the panel', () => {
  it('shows an unlock whose answer was lost, and a read that was retried for it', async () => {
    // A report of the lock would end the wait for the answer.
    await page.route('**/lock-reports*', () => {})
    await page.reload()
    await page.getByText('Locked', { exact: true }).waitFor()
    served.simulator.faults.next('device.status', 'drop-before')
    served.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    await hold(page)
    await openInspector()
    const command = callsOf('doorLock.passwordFreeOpen')
    await command.getByText('outcome unknown').waitFor()
    expect(await command.count()).toBe(1)
    expect(await command.textContent()).toContain('1 request')
    await selected('Calls').selectOption('retried')
    await expect.poll(() => calls().count()).toBe(1)
    expect(await calls().textContent()).toMatch(/device\.status.*succeeded.*2 requests · retried/)
    expect(await calls().locator('.bar .request').count()).toBe(2)
    expect(await calls().locator('.bar .retry-delay').count()).toBe(1)
  })

  it('opens the detail of a call by a click and by the keyboard', async () => {
    await openInspector()
    const call = callsOf('device.status').first()
    await call.click()
    await inspector.getByText('request sent: #1').waitFor()
    expect(await call.getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('Enter')
    await inspector.getByText('request sent: #1').waitFor({ state: 'hidden' })
    await page.keyboard.press('Space')
    await inspector.getByRole('region', { name: 'Parameters, without secrets' }).waitFor()
  })

  it('filters by action and by text', async () => {
    await openInspector()
    await selected('Action').selectOption('device.status')
    await expect.poll(() => callsOf('doorLock.listRecords').count()).toBe(0)
    expect(await callsOf('device.status').count()).toBeGreaterThan(0)
    await selected('Action').selectOption('Every action')
    await selected('Search').fill('listrecords')
    await expect.poll(() => callsOf('device.status').count()).toBe(0)
    expect(await callsOf('doorLock.listRecords').count()).toBe(1)
    await selected('Search').fill('no such text')
    await inspector.getByText('No call passes the filter').waitFor()
  })

  it('exports the calls without a password, a ticket or a key', async () => {
    await tab('Passwords')
    await button('New password').click()
    await page.getByLabel('For whom').fill('Cleaner')
    await button('Create').click()
    await page.getByText('Password created').waitFor()
    await button('Show').click()
    const digits = (await page.locator('.digits').textContent()) ?? ''
    await button('Close').last().click()
    await openInspector()
    await callsOf('doorLock.createTemporaryPassword').first().waitFor()

    const started = page.waitForEvent('download')
    await inspector.getByRole('button', { name: 'Export JSON' }).click()
    const download = await started
    expect(download.suggestedFilename()).toBe('lockpanel-calls.json')
    const text = readFileSync(await download.path(), 'utf8')
    const exported: { readonly calls: readonly { readonly params: unknown }[] } = JSON.parse(text)
    expect(exported.calls.length).toBeGreaterThan(5)
    expect(text).toContain('Cleaner')
    const secrets = [digits, ...secretsOf(served)]
    expect(digits).toMatch(/^\d{7}$/)
    expect(secrets.length).toBeGreaterThan(3)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
  }, 60_000)

  it('is in no file that the panel loads before it is opened', async () => {
    const assets = join(suite.built.folder, 'assets')
    const containing = readdirSync(assets).filter(
      (file) =>
        file.endsWith('.js') && readFileSync(join(assets, file), 'utf8').includes('attachShadow'),
    )
    expect(containing).toHaveLength(1)
    const isLoaded = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
    const loaded = async () => (await isLoaded()).filter((url) => url.endsWith(`/${containing[0]}`))
    expect(await loaded()).toEqual([])
    await openInspector()
    expect(await loaded()).toHaveLength(1)
  })

  it('keeps its calls and its filter while it is closed', async () => {
    await openInspector()
    await selected('Search').fill('status')
    await button('Inspector').click()
    await inspector.waitFor({ state: 'hidden' })
    await openInspector()
    expect(await selected('Search').inputValue()).toBe('status')
  })

  it.each(['light', 'dark'] as const)(
    'is usable by a screen reader on a %s page',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme })
      await page.reload()
      await page.getByText('Locked', { exact: true }).waitFor()
      await openInspector()
      await callsOf('device.status').first().click()
      await inspector.getByText('request sent: #1').waitFor()
      expect(await accessibilityProblems(page)).toEqual([])
    },
  )

  it('speaks the language of the panel', async () => {
    await tab('Settings')
    await page.getByText('中文').click()
    await button('检查器').click()
    await inspector.getByText('同步窗口').waitFor()
  })
})
