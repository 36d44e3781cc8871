import type { CDPSession, Page } from 'playwright-core'
import { realTime } from '../../src/core/clock'
import { hold } from '../../test/panel-web/hold'
import { buildPanel, type ServedPanel, servePanel } from '../../test/panel-web/served-panel'
import { launchBrowser } from '../../test/support/browser'
import { frontDoor } from './restarting-cloud'
import { type Sample, type Series, seriesOf } from './sample'

const MINUTE_MS = 60_000
const MEGABYTE = 1024 * 1024
const OFFLINE_MS = 1_000
const PHONE = { width: 390, height: 844 }
const tabs = ['Members', 'Passwords', 'Records', 'Settings', 'Lock'] as const

/** Of the renderer of a page, without garbage. */
const samplePage = async (session: CDPSession): Promise<Sample> => {
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0
  return {
    'heap, MB': Math.round((of('JSHeapUsedSize') / MEGABYTE) * 100) / 100,
    'DOM nodes': of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  }
}

/** Unlocks, looks at every tab, loses the network for a moment, and lets a person move the bolt. */
const use = async (page: Page, { simulator }: ServedPanel): Promise<void> => {
  await hold(page)
  for (const name of tabs) {
    await page.locator('.adm-tab-bar-item', { hasText: name }).click()
    await page.waitForLoadState('networkidle').catch(() => undefined)
  }
  simulator.doAtDoor(frontDoor.id, { kind: 'ring-doorbell' })
  simulator.doAtDoor(frontDoor.id, { kind: 'turn-bolt', isOpen: false })
  await page.locator('#bolt', { hasText: 'Locked' }).waitFor()
  await page.context().setOffline(true)
  await new Promise<void>((resolve) => realTime.schedule(resolve, OFFLINE_MS))
  await page.context().setOffline(false)
}

/** Uses the web panel of the example in a real Chromium for some minutes, and samples its page after each use. */
export const runInBrowser = async (
  minutes: number,
  onSample: (minute: number, sample: Sample) => void,
): Promise<Series> => {
  const built = await buildPanel()
  const served = await servePanel(built)
  const browser = await launchBrowser()
  const samples: (Sample & { readonly minute: number })[] = []
  try {
    const context = await browser.newContext({ viewport: PHONE, timezoneId: 'Europe/London' })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable')
    await page.goto(served.url)
    await page.locator('#bolt', { hasText: 'Locked' }).waitFor()
    const startMs = realTime.now()
    for (let passedMs = 0; passedMs < minutes * MINUTE_MS; passedMs = realTime.now() - startMs) {
      await use(page, served)
      const minute = (realTime.now() - startMs) / MINUTE_MS
      const sample = await samplePage(session)
      samples.push({ ...sample, minute })
      onSample(minute, sample)
    }
  } finally {
    await browser.close()
    await served.close()
    built.remove()
  }
  return seriesOf('real time, Chromium', samples)
}
