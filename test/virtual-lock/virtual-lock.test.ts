import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createClock, createSimulator, type Served, type Simulator, seed } from '../../simulator'
import { storePassword } from '../flows/remote-unlock/door-harness'
import {
  accessibilityProblems,
  launchBrowser,
  openPage,
  type WatchedPage,
} from '../support/browser'

const { frontDoor } = seed.locks

let browser: Browser
let simulator: Simulator
let served: Served
let watched: WatchedPage
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
}, 120_000)
afterAll(() => browser.close())

beforeEach(async () => {
  // Running, within the year of the stored password.
  simulator = createSimulator({ clock: createClock({ startMs: Date.UTC(2026, 5, 1, 12) }) })
  served = await simulator.serve()
  watched = await openPage(browser, served.url)
  page = watched.page
  await page.getByText('connected', { exact: true }).waitFor()
  return async () => {
    await page.close()
    await served.close()
    expect(watched.errors).toEqual([])
  }
})

const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
const state = () => page.locator('#state')
const display = () => page.locator('#display')

describe('the page of the virtual lock', () => {
  it('opens the bolt for a stored finger, and reports it', async () => {
    const reported: unknown[] = []
    simulator
      .asDataPoints({ deviceId: frontDoor.id })
      .reports$.subscribe((dps) => reported.push(dps))
    await press('Right thumb (fingerprint)')
    await state().getByText('unlocked, door closed').waitFor()
    expect(reported).toContainEqual({ lock_motor_state: true })
    expect(simulator.world.log.at(-1)).toMatchObject({ type: 'unlock_fingerprint', value: '1' })
  })

  it('raises an alarm for an unknown finger, and leaves the bolt', async () => {
    await press('unknown finger')
    await display().getByText('wrong').waitFor()
    await state().getByText('locked, door closed').waitFor()
    expect(simulator.world.log.at(-1)).toMatchObject({ type: 'alarm_lock', value: 'wrong_finger' })
  })

  it('hides the digits that are typed, and opens for a password', async () => {
    storePassword({ simulator, lock: simulator.lock(frontDoor.id) }, '1234567')
    for (const digit of '1234567') await press(digit)
    await display().getByText('●●●●●●●').waitFor()
    expect(await page.locator('#display').textContent()).not.toContain('1')
    await press('confirm')
    await display().getByText('opened').waitFor()
  })

  it('opens the door only while the bolt is back', async () => {
    await press('Push the handle')
    await display().getByText('ignored').waitFor()
    await press('Turn the inner knob to unlock')
    await press('Push the handle')
    await state().getByText('unlocked, door open').waitFor()
  })

  it('shows a command of a panel, and the request that caused it', async () => {
    const body = JSON.stringify({
      action: 'device.control',
      params: {
        device_id: frontDoor.id,
        commands: [{ code: 'lock_motor_state', value: false }],
      },
    })
    await press('Turn the inner knob to unlock')
    await state().getByText('unlocked').waitFor()
    await fetch(served.url, { method: 'POST', body })
    await page.locator('#requests').getByText('device.control').waitFor()
    await page.locator('#journal').getByText('lock, Front door').first().waitFor()
  })

  it('takes the lock off the network, lets it sleep, jams its bolt, and empties its battery', async () => {
    await page.getByLabel('online').uncheck()
    await expect.poll(() => simulator.lock(frontDoor.id).online).toBe(false)
    await page.getByLabel('asleep').check()
    await state().getByText('asleep').waitFor()
    await page.getByLabel('bolt jammed').check()
    await press('Right thumb (fingerprint)')
    await display().getByText('ignored').waitFor()
    await page.getByLabel('Battery in per cent').fill('7')
    await page.getByText('Battery 7 %').waitFor()
  })

  it('makes the cloud lose its answers until the fault is ended', async () => {
    const ask = () =>
      fetch(served.url, { method: 'POST', body: '{"action":"device.status"}' }).then(
        ({ status }) => status,
        () => 'lost',
      )
    await page.getByLabel('Fault of every request').selectOption('answers are lost')
    await expect.poll(() => simulator.faults.active()).toHaveLength(1)
    expect(await ask()).toBe('lost')
    await page.getByLabel('Fault of every request').selectOption('none')
    await expect.poll(() => simulator.faults.active()).toHaveLength(0)
    expect(await ask()).toBe(200)
  })

  it('shows another lock, also by its address', async () => {
    await page.goto(`${served.url}/?device=${seed.locks.garage.id}`)
    await page.getByText('connected', { exact: true }).waitFor()
    await press('Turn the inner knob to unlock')
    await state().getByText('unlocked').waitFor()
    expect(simulator.lock(seed.locks.garage.id).status).toContainEqual({
      code: 'lock_motor_state',
      value: true,
    })
  })

  it('is usable by keyboard and screen reader', async () => {
    expect(await accessibilityProblems(page)).toEqual([])
    await page.getByRole('button', { name: '1', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await display().getByText('●●').waitFor()
  })

  it('tells when the simulator ended', async () => {
    await served.close()
    await page.getByText('the simulator does not answer').waitFor()
    watched = { ...watched, errors: [] }
  })
})
