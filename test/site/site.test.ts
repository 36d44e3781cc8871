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

/** The addresses that the search finds, best first. */
const search = async (text: string): Promise<readonly string[]> => {
  await page.locator('.DocSearch-Button').click()
  await page.locator('#localsearch-input').fill(text)
  const results = page.locator('.VPLocalSearchBox .result')
  await results.first().waitFor()
  const links = await results.all()
  return Promise.all(links.map(async (link) => String(await link.getAttribute('href'))))
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
  await example.getByRole('button', { name: 'Run again' }).waitFor({ timeout: 15_000 })
  return (await example.locator('pre').allInnerTexts()).join('\n').trim()
}

describe('the documentation site', () => {
  it('finds an English page by a part of an operation that it names', async () => {
    const found = await search('temporary')
    expect(found.join()).toContain('/guide/temporary-passwords.html')
  })

  it('finds a Chinese page by a Chinese word', async () => {
    await open('/zh/')
    const [first] = await search('临时密码')
    expect(first).toContain('/zh/guide/temporary-passwords.html')
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
