import type { Page } from 'playwright-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { seed } from '../../simulator'
import { hold } from './hold'
import { panelSuite } from './panel-suite'
import type { ServedPanel } from './served-panel'

const { porch } = seed.locks
const query = new URLSearchParams({ device: porch.id, type: porch.type, server: 'gateway' })

const suite = panelSuite({ server: 'gateway', search: `?${query}` })
let page: Page
let served: ServedPanel
beforeEach(() => {
  page = suite.page
  served = suite.served
})

const tab = (name: string) => page.locator('.adm-tab-bar-item', { hasText: name }).click()
const button = (name: string) => page.getByRole('button', { name, exact: true })
const commands = () => served.simulator.journal.map(({ command }) => command)

describe('the web panel over a gateway', () => {
  it('unlocks once, over the open API', async () => {
    await hold(page)
    await page.getByText('Unlocked', { exact: true }).first().waitFor()
    expect(commands()).toEqual(['unlock'])
    const sent = served.simulator.requests.map(({ family }) => family)
    expect(new Set(sent)).toEqual(new Set(['open-api']))
  })

  it('reads every screen without a failure', async () => {
    const contents = {
      Members: 'Adam',
      Passwords: 'New password',
      Records: 'unlocked',
      Settings: 'Volume',
    }
    for (const [name, text] of Object.entries(contents)) {
      await tab(name)
      await page.getByText(text).first().waitFor()
      await page.locator('.adm-dot-loading').waitFor({ state: 'detached' })
      expect(await page.getByRole('alert').allTextContents()).toEqual([])
    }
  })

  it('lets a visitor in who asks at the door', async () => {
    served.simulator.askToUnlock(porch.id)
    await button('Let in').click()
    await expect.poll(commands).toEqual(['unlock'])
  })

  it('enrols a finger of a member', async () => {
    await tab('Members')
    await page.getByText('Chloe').click()
    await button('Fingerprint').click()
    await page.getByText('The lock has stored it').waitFor()
    expect(commands()).toEqual(['start-enrolment', 'enrol-method'])
  }, 60_000)

  it('creates a password', async () => {
    await tab('Passwords')
    await button('New password').click()
    await page.getByLabel('For whom').fill('Gardener')
    await button('Create').click()
    await page.getByText('Password created').waitFor()
    const created = page.getByRole('region', { name: 'Password created' })
    await created.getByRole('button', { name: 'Close' }).click()
    await page.getByText('Gardener').waitFor()
    expect(commands()).toEqual(['create-password'])
  })

  it('adds a member, and changes a setting of the lock', async () => {
    await tab('Members')
    await button('Add a member').click()
    await page.getByLabel('Name').fill('Nadia')
    await page.getByLabel('Sex').selectOption('female')
    await button('Save').click()
    await page.getByText('Nadia').waitFor()
    await tab('Settings')
    await page.getByRole('option', { name: 'Mute' }).click()
    await page.getByRole('option', { name: 'Mute', selected: true }).waitFor()
    expect(commands()).toEqual(['add-user', 'control'])
  })
})
