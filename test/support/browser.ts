import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { installedTools } from './installed-tools'

const tools = () => createRequire(join(installedTools('browser', 15), 'package.json'))

/** A real Chromium without a window: the one of `CHROME_BIN`, or the one that comes with a package of npm. */
export const launchBrowser = async (): Promise<Browser> => {
  const { default: packed } = await import(tools().resolve('@sparticuz/chromium'))
  const executablePath: string = process.env.CHROME_BIN ?? (await packed.executablePath())
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  })
}

/** A page, and what its console reported as an error. */
export interface WatchedPage {
  readonly page: Page
  readonly errors: readonly string[]
}

export const openPage = async (
  browser: Browser,
  url: string,
  viewport = { width: 1280, height: 900 },
): Promise<WatchedPage> => {
  // A phone has a zone with an area, which weekly hours need.
  const page = await browser.newPage({ viewport, timezoneId: 'Europe/London' })
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  return { page, errors }
}

/** The rules of accessibility that the page breaks, each with the elements. */
export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ path: tools().resolve('axe-core/axe.min.js') })
  const violations = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return violations.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  )
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}
