import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { OpenPage, OpenPanelOptions } from '../open-panel'
import type { Stage } from '../stage'

const { frontDoor, garage } = seed.locks
const { owner } = seed.members

export const homeStories = (stage: Stage): void => {
  describe('at its home', () => {
    const HOLD_MS = 800
    const hold = (page: OpenPage, label = 'Hold to unlock') => page.touch(label, HOLD_MS)
    const ends = (page: OpenPage, outcome: string) =>
      stage.panel.until(() => page.all('page--outcome')[0] === outcome)
    const hasBolt = (page: OpenPage, bolt: string) =>
      stage.panel.until(() => page.all('page--bolt')[0] === bolt)
    const openHome = async (options?: OpenPanelOptions) => {
      const page = stage.open('home', options)
      await stage.shown(page, options?.language === 'zh' ? '已上锁' : 'Locked')
      return page
    }

    it('unlocks once when the button is held, shows the steps, and locks again', async () => {
      const page = await openHome()
      expect(page.text()).toContain('87%')
      stage.panel.simulator.faults.always('*', { slowMs: 300 })
      await hold(page)
      for (const step of ['Checking the lock', 'Sending the command', 'Waiting for the lock'])
        await stage.shown(page, step)
      await ends(page, 'Unlocked')
      expect(stage.panel.commands()).toEqual(['unlock'])
      await stage.shown(page, `${owner.nickName} unlocked: Phone`)
      await page.tap('Lock')
      await hasBolt(page, 'Locked')
      expect(stage.panel.commands()).toEqual(['unlock', 'lock'])
    })

    it('does nothing for a tap', async () => {
      const page = await openHome()
      await page.tap('Hold to unlock')
      await stage.panel.advance(2 * HOLD_MS)
      expect(page.text()).toContain('Hold to unlock')
      expect(stage.panel.simulator.requests.map(({ action }) => action)).not.toContain(
        'doorLock.passwordTicket',
      )
    })

    it('unlocks once when the answer is lost, and shows what the lock reported', async () => {
      const page = await openHome()
      stage.panel.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
      await hold(page)
      await ends(page, 'Unlocked')
      expect(stage.unlocks()).toBe(1)
      expect(page.text()).not.toContain('not clear')
    })

    it('claims no success when the answer is lost and nothing confirms the unlock', async () => {
      const page = await openHome()
      stage.panel.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-before')
      await hold(page)
      await stage.shown(page, 'It is not clear whether it worked')
      expect(page.text()).toContain('Check the lock before you try again.')
      expect(page.all('page--outcome')).toEqual([])
      expect(page.all('page--bolt')).toEqual(['Locked'])
      expect(stage.unlocks()).toBe(0)
    })

    it('sends nothing to a lock that is offline, says what to do, and unlocks after it', async () => {
      const page = await openHome()
      const lock = stage.panel.simulator.lock(frontDoor.id)
      lock.online = false
      await hold(page)
      await stage.shown(page, 'The lock is offline')
      expect(page.text()).toContain('Wake the lock, check its network, and try again.')
      expect(stage.unlocks()).toBe(0)
      lock.online = true
      await hold(page)
      await ends(page, 'Unlocked')
      expect(stage.unlocks()).toBe(1)
      expect(page.text()).not.toContain('The lock is offline')
    })

    it('cancels the running attempt when the page is unloaded', async () => {
      const page = await openHome()
      stage.panel.simulator.faults.always('doorLock.passwordTicket', { slowMs: 3_000 })
      await hold(page)
      await stage.shown(page, 'Asking for permission')
      page.close()
      await stage.panel.advance(10_000)
      expect(stage.unlocks()).toBe(0)
    })

    it('shows within some seconds what happens at the door', async () => {
      const page = await openHome()
      stage.panel.simulator.doAtDoor(frontDoor.id, { kind: 'turn-bolt', isOpen: true })
      stage.panel.simulator.doAtDoor(frontDoor.id, { kind: 'set-battery', percent: 7 })
      await hasBolt(page, 'Unlocked')
      expect(page.text()).toContain('7%')
      expect(page.text()).not.toContain('87%')
    })

    it('speaks Chinese, and switches the language', async () => {
      const page = await openHome({ language: 'zh' })
      expect(page.text()).toContain('长按开锁')
      await hold(page, '长按开锁')
      await ends(page, '已开锁')
      await page.tap('English')
      expect(stage.panel.called('reLaunch')).toEqual([{ url: '/pages/home/home' }])
      await stage.shown(stage.openAlso('home'), 'Hold to unlock')
    })

    it.each([
      ['members', 'Members'],
      ['passwords', 'Temporary passwords'],
      ['records', 'Records'],
    ])('opens the page %s, which has a title', async (name, title) => {
      const page = await openHome()
      await page.tap(title)
      expect(stage.panel.called('navigateTo')).toEqual([{ url: `/pages/${name}/${name}` }])
      stage.openAlso(name)
      expect(stage.panel.called('setNavigationBarTitle')).toEqual([{ title: 'Lock' }, { title }])
    })

    it('unlocks the lock that the query names', async () => {
      const page = await openHome({ query: { device: garage.id, type: garage.type } })
      await hold(page)
      await ends(page, 'Unlocked')
      expect(stage.panel.simulator.journal).toMatchObject([
        { deviceId: garage.id, command: 'unlock' },
      ])
    })
  })
}
