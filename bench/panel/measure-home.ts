import type { Page } from 'playwright-core'

/** From the start of the navigation, in milliseconds. */
export interface HomeTimes {
  /** The button that unlocks is on the screen. */
  readonly shownMs: number
  /** The state of the lock has been read, and is on the screen. */
  readonly stateMs: number
}

/** Notes when a text is on the screen: the frame after it entered the document. */
const noteTexts = (texts: readonly string[]): void => {
  const noted: Record<string, number> = {}
  Object.assign(globalThis, { noted })
  const look = () => {
    for (const text of texts)
      if (!(text in noted) && document.body?.textContent?.includes(text)) {
        noted[text] = 0
        requestAnimationFrame(() => {
          noted[text] = performance.now()
        })
      }
  }
  const whole = { subtree: true, childList: true, characterData: true }
  new MutationObserver(look).observe(document, whole)
}

const BUTTON = 'Hold to unlock'
const STATE = 'Locked'

/** Loads the panel, and says when its home was shown. */
export const measureHome = async (page: Page, url: string): Promise<HomeTimes> => {
  await page.addInitScript(noteTexts, [BUTTON, STATE])
  await page.goto(url)
  const timeOf = async (text: string): Promise<number> => {
    const time = await page.waitForFunction(
      (name) =>
        (globalThis as unknown as { noted: Record<string, number> }).noted[name] || undefined,
      text,
    )
    return Number(await time.jsonValue())
  }
  return { shownMs: await timeOf(BUTTON), stateMs: await timeOf(STATE) }
}
