import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { ROW, type Stage } from '../stage'

const { owner, admin } = seed.members

export const membersStories = (stage: Stage): void => {
  describe('on the page members', () => {
    it('lists all members with their roles, and the methods of one', async () => {
      const page = stage.open('members')
      await stage.shown(page, 'Liam')
      expect(page.all(ROW)).toHaveLength(Object.keys(seed.members).length)
      expect(page.text()).toContain(`${owner.nickName}Owner`)
      await page.tap(admin.nickName)
      await stage.shown(page, 'Ways to unlock')
      await stage.shown(page, 'Index finger (Fingerprint)')
      await page.tap('Close')
      await stage.gone(page, 'Ways to unlock')
    })

    it('shows a failure with what to do, and reads again', async () => {
      stage.launch()
      stage.panel.simulator.faults.always('doorLock.listUsers', { status: 500 })
      const page = stage.openAlso('members')
      await stage.shown(page, 'Try again')
      expect(page.all(ROW)).toEqual([])
      stage.panel.simulator.faults.clear()
      await page.tap('Try again')
      await stage.shown(page, owner.nickName)
      await stage.gone(page, 'Try again')
    })
  })
}
