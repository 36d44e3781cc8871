import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { type BuiltPanel, buildPanel } from './built-panel'
import { type AppCode, appCode } from './mini-app'
import { type OpenPage, type OpenPanel, type OpenPanelOptions, openPanel } from './open-panel'
import { behindServer } from './panel-server'

/** WeChat's limit for the main package. */
const MAX_PACKAGE_BYTES = 2 * 1024 * 1024

/** A cell of TDesign. */
const ROW = 't-cell--t-cell'

const { frontDoor, garage } = seed.locks
const { owner, admin } = seed.members

let built: BuiltPanel
let code: AppCode
let panel: OpenPanel
let pages: OpenPage[] = []

beforeAll(() => {
  built = buildPanel()
  code = appCode(built.folder)
}, 600_000)
afterAll(() => built?.removeAll())

/** Also a global that a mini-program lacks: Babel and tslib detect these three by `typeof`, or by a member. */
const detected = ['Function', 'global', 'self']

const leaveNothing = async () => {
  for (const page of pages) page.close()
  pages = []
  // What was cancelled ends in a later turn.
  await panel.advance(100)
  expect(panel.mini.host.timers(), 'timers after the page was unloaded').toBe(0)
  expect(panel.mini.errors, 'errors and warnings on the console').toEqual([])
  expect(panel.mini.host.touched.filter((name) => !detected.includes(name))).toEqual([])
}

const open = (name: string, options: OpenPanelOptions = {}): OpenPage => {
  panel = openPanel(code, options)
  return openAlso(name)
}
const openAlso = (name: string): OpenPage => {
  const page = panel.open(name)
  pages.push(page)
  return page
}
const shown = (page: OpenPage, text: string) =>
  panel.until(
    () => page.text().includes(text),
    () => `"${text}" in: ${page.text()}`,
  )
const gone = (page: OpenPage, text: string) =>
  panel.until(
    () => !page.text().includes(text),
    () => `"${text}" not in: ${page.text()}`,
  )
const unlocks = () => panel.commands().filter((command) => command === 'unlock').length

describe('the build of the mini-program', () => {
  it('has no warning, and less than the 2 MB that WeChat allows', () => {
    expect(built.report.warnings).toEqual([])
    expect(built.bytes).toBeGreaterThan(100_000)
    expect(built.bytes).toBeLessThan(MAX_PACKAGE_BYTES)
    console.info(`WeChat counts ${built.bytes} bytes for examples/panel-mini`)
  })
})

describe('the home of the mini-program', () => {
  afterEach(leaveNothing)

  const HOLD_MS = 800
  const hold = (page: OpenPage, label = 'Hold to unlock') => page.touch(label, HOLD_MS)
  const openHome = async (options?: OpenPanelOptions) => {
    const page = open('home', options)
    await shown(page, options?.language === 'zh' ? '已上锁' : 'Locked')
    return page
  }

  it('unlocks once when the button is held, shows the steps, and locks again', async () => {
    const page = await openHome()
    expect(page.text()).toContain('87%')
    panel.simulator.faults.always('*', { slowMs: 300 })
    await hold(page)
    for (const step of ['Checking the lock', 'Sending the command', 'Waiting for the lock'])
      await shown(page, step)
    await panel.until(
      () => page.all('page--outcome')[0] === 'Unlocked',
      () => 'the door is unlocked',
    )
    expect(panel.commands()).toEqual(['unlock'])
    await shown(page, `${owner.nickName} unlocked: Phone`)
    await page.tap('Lock')
    await panel.until(
      () => page.all('page--bolt')[0] === 'Locked',
      () => 'the bolt is back',
    )
    expect(panel.commands()).toEqual(['unlock', 'lock'])
  })

  it('does nothing for a tap', async () => {
    const page = await openHome()
    await page.tap('Hold to unlock')
    await panel.advance(2 * HOLD_MS)
    expect(page.text()).toContain('Hold to unlock')
    expect(panel.simulator.requests.map(({ action }) => action)).not.toContain(
      'doorLock.passwordTicket',
    )
  })

  it('unlocks once when the answer is lost, and shows what the lock reported', async () => {
    const page = await openHome()
    panel.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-after')
    await hold(page)
    await panel.until(
      () => page.all('page--outcome')[0] === 'Unlocked',
      () => 'the door is unlocked',
    )
    expect(unlocks()).toBe(1)
    expect(page.text()).not.toContain('not clear')
  })

  it('claims no success when the answer is lost and nothing confirms the unlock', async () => {
    const page = await openHome()
    panel.simulator.faults.next('doorLock.passwordFreeOpen', 'drop-before')
    await hold(page)
    await shown(page, 'It is not clear whether it worked')
    expect(page.text()).toContain('Check the lock before you try again.')
    expect(page.all('page--outcome')).toEqual([])
    expect(page.all('page--bolt')).toEqual(['Locked'])
    expect(unlocks()).toBe(0)
  })

  it('sends nothing to a lock that is offline, says what to do, and unlocks after it', async () => {
    const page = await openHome()
    const lock = panel.simulator.lock(frontDoor.id)
    lock.online = false
    await hold(page)
    await shown(page, 'The lock is offline')
    expect(page.text()).toContain('Wake the lock, check its network, and try again.')
    expect(unlocks()).toBe(0)
    lock.online = true
    await hold(page)
    await panel.until(
      () => page.all('page--outcome')[0] === 'Unlocked',
      () => 'the door is unlocked',
    )
    expect(unlocks()).toBe(1)
    expect(page.text()).not.toContain('The lock is offline')
  })

  it('cancels the running attempt when the page is unloaded', async () => {
    const page = await openHome()
    panel.simulator.faults.always('doorLock.passwordTicket', { slowMs: 3_000 })
    await hold(page)
    await shown(page, 'Asking for permission')
    page.close()
    await panel.advance(10_000)
    expect(unlocks()).toBe(0)
  })

  it('shows within some seconds what happens at the door', async () => {
    const page = await openHome()
    panel.simulator.doAtDoor(frontDoor.id, { kind: 'turn-bolt', isOpen: true })
    panel.simulator.doAtDoor(frontDoor.id, { kind: 'set-battery', percent: 7 })
    await panel.until(
      () => page.all('page--bolt')[0] === 'Unlocked',
      () => 'the bolt is back',
    )
    expect(page.text()).toContain('7%')
    expect(page.text()).not.toContain('87%')
  })

  it('speaks Chinese, and switches the language', async () => {
    const page = await openHome({ language: 'zh' })
    expect(page.text()).toContain('长按开锁')
    await hold(page, '长按开锁')
    await panel.until(
      () => page.all('page--outcome')[0] === '已开锁',
      () => 'the door is unlocked',
    )
    await page.tap('English')
    expect(panel.relaunched).toEqual(['/pages/home/home'])
    await shown(openAlso('home'), 'Hold to unlock')
  })

  it('shows a zigbee lock that the query names', async () => {
    const page = await openHome({ query: { device: garage.id, type: garage.type } })
    await hold(page)
    await panel.until(
      () => page.all('page--outcome')[0] === 'Unlocked',
      () => 'the door is unlocked',
    )
    expect(panel.simulator.journal).toMatchObject([{ deviceId: garage.id, command: 'unlock' }])
  })
})

describe('the members of the mini-program', () => {
  afterEach(leaveNothing)

  it('lists all members with their roles, and the methods of one', async () => {
    const page = open('members')
    await shown(page, 'Liam')
    expect(page.all(ROW)).toHaveLength(Object.keys(seed.members).length)
    expect(page.text()).toContain(`${owner.nickName}Owner`)
    await page.tap(admin.nickName)
    await shown(page, 'Ways to unlock')
    await shown(page, 'Index finger (Fingerprint)')
    await page.tap('Close')
    await gone(page, 'Ways to unlock')
  })

  it('shows a failure with what to do, and reads again', async () => {
    panel = openPanel(code)
    panel.simulator.faults.always('doorLock.listUsers', { status: 500 })
    const page = openAlso('members')
    await shown(page, 'Try again')
    expect(page.all(ROW)).toEqual([])
    panel.simulator.faults.clear()
    await page.tap('Try again')
    await shown(page, owner.nickName)
    await gone(page, 'Try again')
  })
})

describe('the temporary passwords of the mini-program', () => {
  afterEach(leaveNothing)

  const create = async (page: OpenPage, name: string) => {
    await page.tap('New password')
    page.type(name)
    await page.tap('1 week')
    await page.tap('Create')
  }

  it('creates one, shows its digits once, and deletes it', async () => {
    const page = open('passwords')
    await shown(page, 'No temporary passwords')
    await create(page, 'Cleaner')
    await shown(page, 'Password created')
    expect(page.all('page--digits')).toEqual(['•••••••'])
    await page.tap('Show')
    const [digits = ''] = page.all('page--digits')
    expect(digits).toMatch(/^\d{7}$/)
    await page.tap('Copy')
    expect(panel.copied).toEqual([digits])
    await page.tap('Close')
    expect(page.text()).not.toContain(digits)
    await shown(page, 'Active')
    expect(page.text()).toContain('Cleaner')
    expect(page.text()).toContain('until 2027-01-22 09:00')
    expect(page.text()).not.toContain('Freeze')
    await page.tap('Delete')
    await shown(page, 'Delete the password for Cleaner?')
    await page.tap('Yes')
    await shown(page, 'No temporary passwords')
    expect(panel.commands()).toEqual(['create-password', 'delete-password'])
  })

  it('keeps one that the person does not want to delete', async () => {
    const page = open('passwords')
    await create(page, 'Guest')
    await shown(page, 'Password created')
    await page.tap('Close')
    await shown(page, 'Active')
    await page.tap('Delete')
    await page.tap('No')
    await gone(page, 'Delete the password for Guest?')
    expect(panel.commands()).toEqual(['create-password'])
  })

  it('creates one when the answer is lost', async () => {
    const page = open('passwords')
    panel.simulator.faults.next('doorLock.createTemporaryPassword', 'drop-after')
    await create(page, 'Cleaner')
    await shown(page, 'Password created')
    expect(panel.commands()).toEqual(['create-password'])
  })

  it('keeps the form open with what is wrong in it', async () => {
    const page = open('passwords')
    await create(page, '')
    await shown(page, 'Something entered is not valid')
    page.type('Cleaner')
    await page.tap('Create')
    await shown(page, 'Password created')
    expect(panel.commands()).toEqual(['create-password'])
  })

  it('freezes and unfreezes one over a server that signs the routes', async () => {
    const query = { device: garage.id, type: garage.type }
    const page = open('passwords', { query, prepare: behindServer })
    await create(page, 'Guest')
    await shown(page, 'Password created')
    await page.tap('Close')
    await shown(page, 'Freeze')
    await page.tap('Freeze')
    await shown(page, 'Frozen')
    await page.tap('Unfreeze')
    await shown(page, 'Active')
    expect(panel.commands()).toEqual(['create-password', 'freeze-password', 'unfreeze-password'])
  })
})

describe('the records of the mini-program', () => {
  afterEach(leaveNothing)

  const unlockAtDoor = () =>
    panel.simulator.doAtDoor(frontDoor.id, {
      kind: 'use-method',
      dpCode: 'unlock_fingerprint',
      unlockSn: 3,
    })

  it('adds a new record on top, and filters', async () => {
    const page = open('records')
    await shown(page, 'Battery is low')
    unlockAtDoor()
    await panel.until(
      () => page.all(ROW)[0]?.includes('Adam unlocked') === true,
      () => 'on top',
    )
    await page.tap('Alarm')
    await gone(page, 'Adam unlocked')
    await shown(page, 'Battery is low')
    await page.tap('All')
    await shown(page, 'Adam unlocked')
  })

  it('reads older records when the end of the page is reached', async () => {
    panel = openPanel(code)
    for (let count = 0; count < 45; count++) {
      unlockAtDoor()
      panel.simulator.clock.advance(60_000)
    }
    const page = openAlso('records')
    const count = () => page.all(ROW).length
    await panel.until(
      () => count() === 20,
      () => 'the first page',
    )
    page.reachBottom()
    await panel.until(
      () => count() === 40,
      () => 'the second page',
    )
    page.reachBottom()
    await panel.until(
      () => count() > 45,
      () => 'all records',
    )
    expect(new Set(page.all(ROW)).size).toBe(count())
  })

  it('says that there are none of a kind', async () => {
    const page = open('records')
    await shown(page, 'Battery is low')
    await page.tap('Locked')
    await shown(page, 'No records')
  })

  it('shows a failure with what to do, and reads again', async () => {
    panel = openPanel(code)
    panel.simulator.faults.always('*', { status: 500 })
    const page = openAlso('records')
    await shown(page, 'Try again')
    panel.simulator.faults.clear()
    await page.tap('Try again')
    await shown(page, 'Battery is low')
  })
})
