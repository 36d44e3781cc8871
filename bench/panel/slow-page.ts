import type { Browser, Page } from 'playwright-core'

const PHONE = { width: 390, height: 844 }

/** A page without a cache, of a phone whose CPU is `slowdown` times as slow as this machine's. */
export const openSlowPage = async (browser: Browser, slowdown: number): Promise<Page> => {
  const context = await browser.newContext({ viewport: PHONE, timezoneId: 'Europe/London' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  // tsx names the functions of a script by this helper, also those that run in the page.
  await page.addInitScript('globalThis.__name = (value) => value')
  return page
}
