import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { accessibilityProblems, isChineseDrawn, keepScreenshot } from '../support/browser'
import { heldLongEnough, hold } from './hold'
import { panelSuite } from './panel-suite'
import type { ServedPanel } from './served-panel'

const { frontDoor } = seed.locks
/** The test makes the cloud fail, and the browser itself reports a request that failed. */
let isCloudLost = false
const suite = panelSuite({ allowedError: (text) => isCloudLost && text.includes('502') })
const { open } = suite
let page: Page
let served: ServedPanel
beforeEach(() => {
  isCloudLost = false
  page = suite.page
  served = suite.served
})

const tab = (name: string) => page.locator('.adm-tab-bar-item', { hasText: name }).click()
const button = (name: string) => page.getByRole('button', { name, exact: true })
const unlocks = () => served.simulator.journal.filter(({ command }) => command === 'unlock').length

describe('the home of the panel', () => {
  it('unlocks when the button is held, and shows that the bolt is back', async () => {
    await hold(page)
    await page.getByText('Unlocked', { exact: true }).first().waitFor()
    expect(unlocks()).toBe(1)
    await button('Lock').click()
    await page.locator('#bolt', { hasText: 'Locked' }).waitFor()
  })

  it('does nothing for a tap', async () => {
    await button('Hold to unlock').click()
    await hold(page)
    await page.getByText('Unlocked', { exact: true }).first().waitFor()
    expect(unlocks()).toBe(1)
  })

  it('shows what happens at the door', async () => {
    served.simulator.doAtDoor(frontDoor.id, { kind: 'turn-bolt', isOpen: true })
    await page.locator('#bolt', { hasText: 'Unlocked' }).waitFor()
    served.simulator.doAtDoor(frontDoor.id, { kind: 'set-battery', percent: 7 })
    await page.getByText('7%').waitFor()
  })

  it('shows a failure with what to do, and unlocks after it', async () => {
    served.simulator.lock(frontDoor.id).online = false
    await hold(page)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.textContent()).toMatch(/offline/i)
    expect(unlocks()).toBe(0)
    served.simulator.lock(frontDoor.id).online = true
    await hold(page)
    await page.getByText('Unlocked', { exact: true }).first().waitFor()
    expect(unlocks()).toBe(1)
  })

  it('unlocks once when the answer is lost, and tells what the lock reported', async () => {
    served.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    isCloudLost = true
    await hold(page)
    await page.getByText('Unlocked', { exact: true }).first().waitFor()
    expect(unlocks()).toBe(1)
  })

  it('lets a visitor in who asks at the door', async () => {
    served.simulator.askToUnlock(frontDoor.id)
    await button('Let in').click()
    await expect.poll(unlocks).toBe(1)
    await button('Let in').waitFor({ state: 'detached' })
  })

  it('shows on two panels what one of them does', async () => {
    const other = await open()
    await hold(other.page)
    await page.locator('#bolt', { hasText: 'Unlocked' }).waitFor()
    expect(unlocks()).toBe(1)
    await other.page.close()
    expect(other.errors).toEqual([])
  })
})

describe('the passwords of the panel', () => {
  it('creates one for certain hours, shows its digits once, and deletes it', async () => {
    await tab('Passwords')
    await page.getByText('No temporary passwords').waitFor()
    await button('New password').click()
    await page.getByLabel('For whom').fill('Cleaner')
    await page.getByLabel('Mon').check()
    await page.getByLabel('From').fill('08:30')
    await button('Create').click()
    await page.getByText('Password created').waitFor()
    expect(await page.locator('.digits').textContent()).toBe('•••••••')
    await button('Show').click()
    expect(await page.locator('.digits').textContent()).toMatch(/^\d{7}$/)
    await button('Close').last().click()
    await page.getByText('Cleaner').waitFor()
    expect(served.simulator.world.temporaryPasswords).toContainEqual(
      expect.objectContaining({ name: 'Cleaner', timeZone: 'Europe/London' }),
    )
    await button('Delete').click()
    await page.locator('.adm-dialog').getByText('Yes').click()
    await page.getByText('No temporary passwords').waitFor()
  }, 60_000)

  it('freezes and unfreezes one', async () => {
    await page.goto(`${served.url}?device=${seed.locks.garage.id}&type=zigbee`)
    await tab('Passwords')
    await button('New password').click()
    await page.getByLabel('For whom').fill('Guest')
    await button('Create').click()
    await page.getByText('Password created').waitFor()
    await button('Close').last().click()
    await button('Freeze').click()
    await button('Unfreeze').click()
    await button('Freeze').waitFor()
  }, 60_000)
})

describe('the members of the panel', () => {
  it('enrols a finger step by step, and lists it', async () => {
    await tab('Members')
    await page.getByText('Chloe').click()
    await button('Fingerprint').click()
    await page.getByText(/^1 of \d$/).waitFor()
    await page.getByText('The lock has stored it').waitFor()
    await page.getByText('Fingerprint 4').waitFor()
  }, 60_000)

  it('stops an enrolment', async () => {
    await tab('Members')
    await page.getByText('Chloe').click()
    await button('Card').click()
    await button('Stop').click()
    await page.getByRole('alert').waitFor()
    expect(served.simulator.lock(frontDoor.id).enrolment).toBeUndefined()
  }, 60_000)

  it('adds and removes a member', async () => {
    await tab('Members')
    await button('Add a member').click()
    await page.getByLabel('Name').fill('Nadia')
    await page.getByLabel('Sex').selectOption('Female')
    await button('Save').click()
    await page.getByText('Nadia').click()
    await button('Remove').click()
    await page.locator('.adm-dialog').getByText('Yes').click()
    await page.getByText('Nadia').first().waitFor({ state: 'detached' })
  }, 60_000)

  it('counts the seconds until the lock may be asked for its methods again', async () => {
    await page.goto(`${served.url}?device=${seed.locks.cellar.id}&type=wifi-keepalive`)
    await tab('Members')
    await button('Ask the lock for its methods').click()
    await page.getByText(/can be asked again in \d s/).waitFor()
    await button('Ask the lock for its methods').waitFor({ timeout: 10_000 })
  })
})

describe('the records of the panel', () => {
  it('adds a new record on top, and filters', async () => {
    await tab('Records')
    await page.getByText('Battery is low').waitFor()
    served.simulator.doAtDoor(frontDoor.id, {
      kind: 'use-method',
      dpCode: 'unlock_fingerprint',
      unlockSn: 3,
    })
    await expect
      .poll(() => page.locator('.row').first().textContent(), { timeout: 15_000 })
      .toContain('Adam unlocked')
    await page.getByText('Alarm', { exact: true }).click()
    await page.getByText('Adam unlocked').first().waitFor({ state: 'detached' })
  }, 60_000)
})

describe('the settings of the panel', () => {
  it('switches unlocking from the panel off', async () => {
    await tab('Settings')
    const control = page.getByRole('switch', { name: 'Unlock from this panel' })
    await control.click()
    const isOn = () => served.simulator.lock(frontDoor.id).remoteUnlock.remoteUnlockWithoutPwd
    await expect.poll(isOn).toBe(false)
  })

  it('changes what the lock keeps, and shows what another panel changed', async () => {
    const statusOf = (code: string) =>
      served.simulator.lock(frontDoor.id).status.find((one) => one.code === code)?.value
    const other = await open()
    for (const each of [page, other.page])
      await each.locator('.adm-tab-bar-item', { hasText: 'Settings' }).click()
    await page.getByRole('option', { name: 'Mute' }).click()
    await expect.poll(() => statusOf('beep_volume')).toBe('mute')
    await other.page.getByRole('option', { name: 'Mute', selected: true }).waitFor()
    const seconds = page.getByRole('spinbutton', { name: 'Lock after' })
    await seconds.fill('45')
    await seconds.blur()
    await expect.poll(() => statusOf('auto_lock_time')).toBe(45)
    await seconds.fill('46')
    await seconds.blur()
    await page.getByRole('alert').waitFor()
    expect(statusOf('auto_lock_time')).toBe(45)
    await other.page.close()
  })

  it('speaks Chinese, in the dark too, and remembers both', async () => {
    await tab('Settings')
    await page.getByText('中文').click()
    await page.getByText('深色').click()
    await page.reload()
    await page.getByText('长按开锁').waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh')
    await keepScreenshot(page, 'panel-chinese-dark')
    expect(await isChineseDrawn(page)).toBe(true)
    expect(await page.locator('html').getAttribute('data-prefers-color-scheme')).toBe('dark')
    expect(await accessibilityProblems(page)).toEqual([])
  })
})

describe('every screen of the panel', () => {
  it.each(['Lock', 'Members', 'Passwords', 'Records', 'Settings'])(
    '%s is usable by keyboard and screen reader',
    async (name) => {
      await tab(name)
      await page.getByRole('heading', { level: 1, name }).waitFor()
      await page.locator('.adm-dot-loading').waitFor({ state: 'detached' })
      await keepScreenshot(page, `panel-${name.toLowerCase()}`)
      expect(await accessibilityProblems(page)).toEqual([])
    },
  )

  it('unlocks by holding a key', async () => {
    await button('Hold to unlock').focus()
    await page.keyboard.down('Enter')
    await heldLongEnough(page)
    await page.keyboard.up('Enter')
    await expect.poll(unlocks).toBe(1)
  })
})
