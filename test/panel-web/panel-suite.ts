import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { LockCloudOptions } from '../../examples/panel-web/server/lock-cloud'
import { launchBrowser, openPage, type WatchedPage } from '../support/browser'
import { type BuiltPanel, buildPanel, type ServedPanel, servePanel } from './served-panel'

const PHONE = { width: 390, height: 844 }

/** The panel of the running test. */
export interface PanelSuite {
  readonly page: Page
  readonly served: ServedPanel
  readonly built: BuiltPanel
  /** Another panel for the same lock. */
  readonly open: () => Promise<WatchedPage>
}

export interface PanelSuiteOptions extends LockCloudOptions {
  /** Of the address of the panel. */
  readonly search?: string
  /** What the console of the browser may report, because a test makes a request fail. */
  readonly allowedError?: (text: string) => boolean
}

/** Builds the panel once for the tests of a file, and opens it on a phone for each; its console must stay empty. */
export const panelSuite = ({
  search = '',
  allowedError = () => false,
  ...cloud
}: PanelSuiteOptions = {}): PanelSuite => {
  let browser: Browser
  let built: BuiltPanel
  let served: ServedPanel
  let watched: WatchedPage

  beforeAll(async () => {
    built = await buildPanel()
    browser = await launchBrowser()
  }, 180_000)
  afterAll(async () => {
    await browser.close()
    built.remove()
  })

  const open = async (): Promise<WatchedPage> => {
    const opened = await openPage(browser, `${served.url}${search}`, PHONE)
    await opened.page.getByText('Locked', { exact: true }).waitFor()
    return opened
  }

  beforeEach(async () => {
    served = await servePanel(built, cloud)
    watched = await open()
    return async () => {
      await watched.page.close()
      await served.close()
      expect(watched.errors.filter((text) => !allowedError(text))).toEqual([])
    }
  })

  return {
    get page() {
      return watched.page
    },
    get served() {
      return served
    },
    get built() {
      return built
    },
    open,
  }
}
