import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pageNames } from '../../scripts/guide/page'
import {
  isChineseDrawn,
  keepScreenshot,
  launchBrowser,
  openPage,
  type WatchedPage,
} from '../support/browser'
import { documentedOutput } from './documented-output'
import { outputsOf, referenceExamples } from './reference-output'
import { buildSite, type ServedSite, serveSite } from './served-site'

const PHONE = { width: 390, height: 844 }

let browser: Browser
let served: ServedSite
let watched: WatchedPage
let page: Page
/** The browser itself reports an address without a page. */
let isMissingPage = false

beforeAll(async () => {
  served = await serveSite(buildSite())
  browser = await launchBrowser()
}, 600_000)
afterAll(async () => {
  await browser.close()
  await served.close()
})
beforeEach(async () => {
  isMissingPage = false
  watched = await openPage(browser, served.url)
  page = watched.page
  return async () => {
    await page.close()
    expect(watched.errors.filter((text) => !isMissingPage || !text.includes('404'))).toEqual([])
  }
})

const open = (path: string) => page.goto(`${served.url}${path}`)

const openSearch = () => page.locator('.DocSearch-Button').click()

/** Waits until the search shows a page first for a text. */
const expectFirst = async (text: string, address: string): Promise<void> => {
  await page.locator('#localsearch-input').fill(text)
  const first = page.locator('.VPLocalSearchBox .result').first()
  const shown = () => first.getAttribute('href', { timeout: 1_000 }).catch(() => null)
  await expect.poll(shown, { message: text, timeout: 5_000 }).toContain(address)
}

/** All pages but those of operations, of which one a folder stands for the others: they are generated. */
const oneOfEachReference = (): ((address: string) => boolean) => {
  const folders = new Set<string>()
  return (address) => {
    const [folder] = /^.*\/reference\/.+\//.exec(address) ?? []
    if (folder === undefined) return true
    const isFirst = !folders.has(folder)
    folders.add(folder)
    return isFirst
  }
}

/** Runs an example, and returns what the page shows of it. */
const outputOf = async (example: Locator): Promise<string> => {
  await example.getByRole('button').click()
  await example.getByRole('button', { name: /^(Run again|再次运行)$/ }).waitFor({ timeout: 15_000 })
  return (await example.locator('pre').allInnerTexts()).join('\n').trim()
}

describe('the documentation site', () => {
  it('finds first the English page of some words, and of parts of the name of an operation', async () => {
    await openSearch()
    await expectFirst('temporary passwords', '/guide/temporary-passwords.html')
    // Its name has a dot and camel case.
    const listUserOpmodes = '/reference/mini-program/doorLock.listUserOpmodes.html'
    await expectFirst('doorLock listUserOpmodes', listUserOpmodes)
    await expectFirst('list user opmodes', listUserOpmodes)
    const revocable = '/reference/panel/tuya.m.device.lock.offlinepwd.revocable.html'
    await expectFirst('offlinepwd revocable', revocable)
    // Between two slashes of a path.
    await expectFirst('stand-by-lock', '/reference/open-api/listKeepAlivePasswords.html')
  })

  it('finds first the Chinese page of a Chinese word', async () => {
    await open('/zh/')
    await openSearch()
    await expectFirst('临时密码', '/zh/guide/temporary-passwords.html')
  })

  it.each(['light', 'dark'] as const)('follows a system that is %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    await page.reload()
    const isDark = () => page.evaluate("document.documentElement.classList.contains('dark')")
    await expect.poll(isDark).toBe(colorScheme === 'dark')
    await open('/guide/remote-unlock.html')
    await outputOf(page.locator('.run-example').first())
    await keepScreenshot(page, `site-${colorScheme}`)
  })

  it('links from an address without a translation to the English page', async () => {
    isMissingPage = true
    await open('/zh/decisions/0002-biome.html')
    await page.getByRole('link', { name: '英文页面' }).click()
    await page.getByRole('heading', { level: 1, name: 'Biome' }).waitFor()
    expect(page.url()).toBe(`${served.url}/decisions/0002-biome.html`)
  })

  it('has no page that scrolls sideways on a phone', async () => {
    // Without scripts, a page has its width at once.
    const still = await browser.newPage({ javaScriptEnabled: false, viewport: PHONE })
    const wide: string[] = []
    for (const address of served.pages.filter(oneOfEachReference())) {
      await still.goto(`${served.url}${address}`)
      const width = await still.evaluate<number>('document.documentElement.scrollWidth')
      if (width > PHONE.width) wide.push(`${address}: ${width} px`)
    }
    await still.close()
    expect(wide).toEqual([])
    await page.setViewportSize(PHONE)
    await open('/zh/guide/remote-unlock.html')
    expect(await isChineseDrawn(page)).toBe(true)
    await keepScreenshot(page, 'site-phone')
  }, 180_000)
})

describe('the examples of the reference', () => {
  // Of each family.
  const names = [
    'reference/mini-program/doorLock.listUsers',
    'reference/open-api/getDevice',
    'reference/panel/tuya.m.device.member.list',
  ]
  let inNode: Awaited<ReturnType<typeof outputsOf>>

  beforeAll(async () => {
    inNode = await outputsOf(
      referenceExamples().filter(({ page: file }) => names.includes(file.replace(/\.md$/, ''))),
    )
  }, 60_000)

  it.each(names.flatMap((name) => [name, `zh/${name}`]))(
    'print in the page what they print in Node: %s',
    async (name) => {
      await open(`/${name}.html`)
      const printed = await outputOf(page.locator('.run-example'))
      expect(printed).not.toBe('')
      expect({ printed }).toEqual(inNode[`${name.replace(/^zh\//, '')}.md`])
    },
  )
})

describe('the examples of a guide', () => {
  it.each(pageNames)(
    'print in the page what the guide says: %s',
    async (name) => {
      await open(`/guide/${name}.html`)
      const documented = documentedOutput(`docs/guide/${name}.md`)
      const printed = new Map<number, string>()
      for (const example of await page.locator('.run-example').all()) {
        const number = Number((await example.getAttribute('id'))?.replace('example-', ''))
        printed.set(number, await outputOf(example))
      }
      const expected = [...printed.keys()].map(
        (number) => [number, documented[number - 1]] as const,
      )
      expect(printed).toEqual(new Map(expected))
    },
    120_000,
  )
})
