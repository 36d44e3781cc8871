import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { OpenPage } from '../open-panel'
import type { Stage } from '../stage'

const { garage } = seed.locks

export const passwordsStories = (stage: Stage): void => {
  describe('on the page temporary passwords', () => {
    const create = async (page: OpenPage, name: string) => {
      await page.tap('New password')
      page.type(name)
      await page.tap('1 week')
      await page.tap('Create')
    }

    it('creates one, shows its digits once, and deletes it', async () => {
      const page = stage.open('passwords')
      await stage.shown(page, 'No temporary passwords')
      await create(page, 'Cleaner')
      await stage.shown(page, 'Password created')
      expect(page.all('page--digits')).toEqual(['•••••••'])
      await page.tap('Show')
      const [digits = ''] = page.all('page--digits')
      expect(digits).toMatch(/^\d{7}$/)
      await page.tap('Copy')
      expect(stage.panel.called('setClipboardData')).toEqual([{ data: digits }])
      await page.tap('Close')
      expect(page.text()).not.toContain(digits)
      await stage.shown(page, 'Active')
      expect(page.text()).toContain('Cleaner')
      expect(page.text()).toContain('until 2027-01-22 09:00')
      expect(page.text()).not.toContain('Freeze')
      await page.tap('Delete')
      await stage.shown(page, 'Delete the password for Cleaner?')
      await page.tap('Yes')
      await stage.shown(page, 'No temporary passwords')
      expect(stage.panel.commands()).toEqual(['create-password', 'delete-password'])
    })

    it('keeps one that the person does not want to delete', async () => {
      const page = stage.open('passwords')
      await create(page, 'Guest')
      await stage.shown(page, 'Password created')
      await page.tap('Close')
      await stage.shown(page, 'Active')
      await page.tap('Delete')
      await page.tap('No')
      await stage.gone(page, 'Delete the password for Guest?')
      expect(stage.panel.commands()).toEqual(['create-password'])
    })

    it('creates one when the answer is lost', async () => {
      const page = stage.open('passwords')
      stage.panel.simulator.faults.next('doorLock.createTemporaryPassword', 'drop-after')
      await create(page, 'Cleaner')
      await stage.shown(page, 'Password created')
      expect(stage.panel.commands()).toEqual(['create-password'])
    })

    it('keeps the form open with what is wrong in it', async () => {
      const page = stage.open('passwords')
      await create(page, '')
      await stage.shown(page, 'Something entered is not valid')
      page.type('Cleaner')
      await page.tap('Create')
      await stage.shown(page, 'Password created')
      expect(stage.panel.commands()).toEqual(['create-password'])
    })

    it('freezes and unfreezes one over a server that signs the routes', async () => {
      const query = { device: garage.id, type: garage.type, server: 'app' }
      const page = stage.open('passwords', { query })
      await create(page, 'Guest')
      await stage.shown(page, 'Password created')
      await page.tap('Close')
      await stage.shown(page, 'Freeze')
      await page.tap('Freeze')
      await stage.shown(page, 'Frozen')
      await page.tap('Unfreeze')
      await stage.shown(page, 'Active')
      expect(stage.panel.commands()).toEqual([
        'create-password',
        'freeze-password',
        'unfreeze-password',
      ])
    })
  })
}
