import { seed } from '../../../simulator'
import type { EnrolledMethod, EnrolRequest } from '../../../src/flows/enrolment/enrol-request'
import { enrolment } from '../../../src/flows/enrolment/enrolment'
import type { FlowHarness, HarnessOptions } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import type { Outcome } from '../support/settle'
import { briefly, inApp } from './channels'

const { frontDoor, gardenGate, loft, porch, garage, office } = seed.locks
const user = seed.members.admin.userId

/** The methods that the lock did not have before. */
const newMethods = ({ lock }: FlowHarness) =>
  lock.opmodes.slice(seed.locks.frontDoor.opmodes.length)

/** The lock has the returned method, no enrolment is open, and no output contains the password. */
const check =
  ({ type, password = 'no password' }: EnrolRequest) =>
  (harness: FlowHarness, outcome: Outcome<unknown>): void => {
    if ('value' in outcome) {
      const { unlockSn, isAssigned } = outcome.value as EnrolledMethod
      const [stored] = newMethods(harness)
      if (stored?.unlockSn !== unlockSn || (isAssigned && stored?.userId !== user))
        throw new Error(`the lock has no such ${type} of the user`)
    }
    if (harness.lock.enrolment !== undefined)
      throw new Error('the lock still has an open enrolment')
    const output =
      JSON.stringify(harness.events) + ('error' in outcome ? String(outcome.error) : '')
    if (output.includes(password)) throw new Error('the output contains the password')
  }

const scenario = (
  over: string,
  harnessOptions: HarnessOptions,
  request: Omit<EnrolRequest, 'user'>,
): Scenario => ({
  flow: `enrolment: ${request.type}`,
  over,
  harness: harnessOptions,
  run: ({ panel, deviceId, options }) =>
    enrolment(panel, deviceId, options).enrol({ user, ...request }).done,
  check: check({ user, ...request }),
})

/** The lock stores the method as unassigned, and the flow assigns it to the user. */
const storedUnassigned: Pick<Scenario, 'prepare'> = {
  prepare: ({ lock }) => {
    lock.storesUnassigned = true
  },
}

export const enrolmentScenarios: readonly Scenario[] = [
  scenario(
    'data points',
    { lock: gardenGate, families: ['mini-program'], dataPoints: true },
    { type: 'fingerprint' },
  ),
  scenario(
    'data points alone, without lists',
    { lock: gardenGate, families: ['panel'], dataPoints: true },
    { type: 'card', lockUserId: 2 },
  ),
  scenario(
    'data points',
    { lock: loft, families: ['mini-program', 'open-api'], dataPoints: true },
    { type: 'password', password: '204816' },
  ),
  scenario(
    'open-api and pushes',
    { lock: frontDoor, families: ['open-api'], pushes: true },
    { type: 'fingerprint' },
  ),
  scenario(
    'open-api and pushes, with the lists of the mini-program',
    { lock: porch, families: ['mini-program', 'open-api'], pushes: true },
    { type: 'card' },
  ),
  {
    ...scenario(
      'open-api and pushes, stored as unassigned',
      { lock: frontDoor, families: ['mini-program', 'open-api'], pushes: true },
      { type: 'fingerprint' },
    ),
    ...storedUnassigned,
  },
  scenario(
    'open-api, without pushes',
    { lock: garage, families: ['open-api'] },
    { type: 'fingerprint' },
  ),
  scenario(
    'open-api and pushes, access control',
    { lock: office, families: ['open-api'], pushes: true },
    { type: 'card' },
  ),
  scenario(
    'open-api and pushes, with a ticket',
    { lock: gardenGate, families: ['mini-program', 'open-api'], pushes: true },
    { type: 'password', password: '204816' },
  ),
  ...briefly([
    scenario(
      'open-api and pushes, with a gateway',
      { lock: loft, families: ['open-api'], pushes: true },
      { type: 'card' },
    ),
    ...inApp.bluetooth.map(([over, harness]) =>
      scenario(over, harness, { type: 'fingerprint', lockUserId: 2 }),
    ),
  ]),
]
