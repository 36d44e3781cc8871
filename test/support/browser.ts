import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'
import { installedTools } from './installed-tools'
import { root } from './virtual-program'

/** Loads the packages of `tools/browser`. */
export const browserTools = () => createRequire(join(installedTools('browser', 15), 'package.json'))

/** A real Chromium without a window: the one of `CHROME_BIN`, or the one that comes with a package of npm. */
export const launchBrowser = async (): Promise<Browser> => {
  const { default: packed } = await import(browserTools().resolve('@sparticuz/chromium'))
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
  await addPhoneFont(page)
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  return { page, errors }
}

const PHONE_FONT = '/font-of-the-phone.woff2'

/** A phone has a Chinese font, which this Chromium lacks. */
const addPhoneFont = async (page: Page): Promise<void> => {
  const files = join(browserTools().resolve('@fontsource/noto-sans-sc/package.json'), '../files')
  await page.route(`**${PHONE_FONT}`, (route) =>
    route.fulfill({ path: join(files, 'noto-sans-sc-chinese-simplified-400-normal.woff2') }),
  )
  const face = `new FontFace('PingFang SC', 'url(${PHONE_FONT})', { unicodeRange: 'U+2E80-FFEF' })`
  await page.addInitScript(`document.fonts.add(${face})`)
}

/** Whether two Chinese characters look different; without a font, every one is the same box. */
export const isChineseDrawn = (page: Page): Promise<boolean> => page.evaluate(COMPARE_CHARACTERS)

/** Text, because the tests are compiled without the types of a page. */
const COMPARE_CHARACTERS = `(async () => {
  const context = document.createElement('canvas').getContext('2d')
  context.font = '40px ' + getComputedStyle(document.body).fontFamily
  await document.fonts.load(context.font, '开锁')
  const draw = (text) => {
    context.clearRect(0, 0, 300, 150)
    context.fillText(text, 0, 60)
    return context.canvas.toDataURL()
  }
  return draw('开') !== draw('锁')
})()`

/** Keeps a picture of the page for people; nothing compares it. */
export const keepScreenshot = async (page: Page, name: string): Promise<void> => {
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  await page.screenshot({ path: join(root, '.screenshots', `${name}.png`), animations: 'disabled' })
}

/** The rules of accessibility that the page breaks, each with the elements. */
export const accessibilityProblems = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ path: browserTools().resolve('axe-core/axe.min.js') })
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
