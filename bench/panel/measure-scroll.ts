import type { Page } from 'playwright-core'

export interface ScrollTimes {
  /** How many rows were scrolled through. */
  readonly rows: number
  /** The time of each frame that scrolled, in milliseconds. */
  readonly framesMs: readonly number[]
}

/** Scrolls by a part of the screen in each frame, until the end has not moved for `patientMs`. */
const scrollThrough = async ({
  pixels,
  patientMs,
}: {
  readonly pixels: number
  readonly patientMs: number
}): Promise<ScrollTimes> => {
  const main = document.querySelector('main')
  if (main === null) throw new Error('the panel has no main part')
  const framesMs: number[] = []
  let rows = 0
  await new Promise<void>((resolve) => {
    let lastMs = performance.now()
    let movedMs = lastMs
    const scroll = (nowMs: number) => {
      const before = main.scrollTop
      main.scrollBy(0, pixels)
      if (main.scrollTop !== before) {
        framesMs.push(nowMs - lastMs)
        movedMs = nowMs
      }
      lastMs = nowMs
      for (const row of main.querySelectorAll<HTMLElement>('[data-index]'))
        rows = Math.max(rows, Number(row.dataset.index) + 1)
      if (nowMs - movedMs > patientMs) resolve()
      else requestAnimationFrame(scroll)
    }
    requestAnimationFrame(scroll)
  })
  return { rows, framesMs }
}

/** Opens a tab of the panel, and scrolls its list to the end. */
export const measureScroll = async (page: Page, tab: string): Promise<ScrollTimes> => {
  await page.locator('.adm-tab-bar-item', { hasText: tab }).click()
  await page.locator('[data-index]').first().waitFor()
  return page.evaluate(scrollThrough, { pixels: 200, patientMs: 2_000 })
}
