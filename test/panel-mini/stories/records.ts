import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { ROW, type Stage } from '../stage'

const { frontDoor } = seed.locks

export const recordsStories = (stage: Stage): void => {
  describe('on the page records', () => {
    const unlockAtDoor = () =>
      stage.panel.simulator.doAtDoor(frontDoor.id, {
        kind: 'use-method',
        dpCode: 'unlock_fingerprint',
        unlockSn: 3,
      })

    it('adds a new record on top, and filters', async () => {
      const page = stage.open('records')
      await stage.shown(page, 'Battery is low')
      unlockAtDoor()
      await stage.panel.until(() => page.all(ROW)[0]?.includes('Adam unlocked') === true)
      await page.tap('Alarm')
      await stage.gone(page, 'Adam unlocked')
      await stage.shown(page, 'Battery is low')
      await page.tap('All')
      await stage.shown(page, 'Adam unlocked')
    })

    it('reads older records when the end of the page is reached', async () => {
      stage.launch()
      for (let count = 0; count < 45; count++) {
        unlockAtDoor()
        stage.panel.simulator.clock.advance(60_000)
      }
      const page = stage.openAlso('records')
      const count = () => page.all(ROW).length
      await stage.panel.until(() => count() === 20)
      page.reachBottom()
      await stage.panel.until(() => count() === 40)
      page.reachBottom()
      await stage.panel.until(() => count() > 45)
      expect(new Set(page.all(ROW)).size).toBe(count())
    })

    it('says that there are none of a kind', async () => {
      const page = stage.open('records')
      await stage.shown(page, 'Battery is low')
      await page.tap('Locked')
      await stage.shown(page, 'No records')
    })

    it('shows a failure with what to do, and reads again', async () => {
      stage.launch()
      stage.panel.simulator.faults.always('*', { status: 500 })
      const page = stage.openAlso('records')
      await stage.shown(page, 'Try again')
      stage.panel.simulator.faults.clear()
      await page.tap('Try again')
      await stage.shown(page, 'Battery is low')
    })
  })
}
