import type { Page } from 'playwright-core'

/** The button asks to keep holding until it has been held long enough. */
export const heldLongEnough = async (page: Page): Promise<void> => {
  const asking = page.getByText('Keep holding')
  await asking.waitFor()
  await asking.waitFor({ state: 'detached' })
}

/** Holds the button that unlocks. */
export const hold = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Hold to unlock' }).hover()
  await page.mouse.down()
  await heldLongEnough(page)
  await page.mouse.up()
}
