/** Draws `docs/panel.gif`, the picture of the README, from the panel and the virtual lock of `npm start`: `npm run picture:panel`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { browserTools, launchBrowser, openPage } from '../test/support/browser'

const SIZE = { width: 1160, height: 880 }

interface Frame {
  readonly png: Buffer
  readonly shownMs: number
}

interface Gif {
  writeFrame(
    pixels: Uint8Array,
    width: number,
    height: number,
    options: { readonly palette: unknown; readonly delay: number },
  ): void
  finish(): void
  bytes(): Uint8Array
}

const record = async (address: string): Promise<readonly Frame[]> => {
  const browser = await launchBrowser()
  const { page } = await openPage(browser, address, SIZE)
  const frames: Frame[] = []
  const shoot = async (shownMs: number) => {
    frames.push({ png: await page.screenshot(), shownMs })
  }
  await tell(page, shoot)
  await browser.close()
  return frames
}

/** Someone unlocks with a finger, the lock is locked from the panel, and unlocked from the panel. */
const tell = async (page: Page, shoot: (shownMs: number) => Promise<void>): Promise<void> => {
  const panel = page.frameLocator('iframe')
  const bolt = (text: string) => panel.locator('#bolt', { hasText: text }).waitFor()
  await bolt('Locked')
  await shoot(1_500)
  await page.getByRole('button', { name: 'Right thumb (fingerprint)' }).click()
  await bolt('Unlocked')
  await panel.getByText('Right thumb').waitFor()
  await shoot(2_500)
  await panel.getByRole('button', { name: 'Lock', exact: true }).click()
  await bolt('Locked')
  await shoot(1_500)
  const unlock = panel.getByRole('button', { name: 'Hold to unlock' })
  const box = await unlock.boundingBox()
  await page.mouse.move((box?.x ?? 0) + 50, (box?.y ?? 0) + 50)
  await page.mouse.down()
  await panel.getByText('Keep holding').waitFor()
  await shoot(800)
  await bolt('Unlocked')
  await page.mouse.up()
  await shoot(3_000)
}

const draw = (frames: readonly Frame[]): Uint8Array => {
  const tools = browserTools()
  const { PNG } = tools('pngjs')
  const { GIFEncoder, quantize, applyPalette } = tools('gifenc')
  const gif: Gif = GIFEncoder()
  for (const { png, shownMs } of frames) {
    const { data, width, height } = PNG.sync.read(png)
    const palette = quantize(data, 128)
    gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: shownMs })
  }
  gif.finish()
  return gif.bytes()
}

const main = async (): Promise<void> => {
  const root = join(__dirname, '..')
  const served = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root })
  try {
    let output = ''
    while (!/^panel and virtual lock +\S+$/m.test(output)) {
      const [chunk] = await once(served.stdout, 'data')
      output += String(chunk)
    }
    const address = /^panel and virtual lock +(\S+)$/m.exec(output)?.[1] ?? ''
    writeFileSync(join(root, 'docs/panel.gif'), draw(await record(address)))
  } finally {
    served.kill()
  }
}

void main()
