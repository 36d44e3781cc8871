import { seed } from '../../../simulator'
import type { EnrolledMethod, EnrolRequest } from '../../../src/flows/enrolment/enrol-request'
import { enrolment } from '../../../src/flows/enrolment/enrolment'
import type { FlowHarness, HarnessOptions } from '../support/flow-harness'
import type { Scenario } from '../support/scenario'
import type { Outcome } from '../support/settle'

const { frontDoor, gardenGate, loft, porch, garage, office } = seed.locks
const user = seed.members.admin.userId

/** What the lock keeps, beside what it kept before. */
const newMethods = ({ lock }: FlowHarness) =>
  lock.opmodes.slice(seed.locks.frontDoor.opmodes.length)

/** Whoever is told of a method has it; nothing is taken in any more; no digits are told. */
const check =
  ({ type, password = 'no digits' }: EnrolRequest) =>
  (stage: FlowHarness, outcome: Outcome<unknown>): void => {
    if ('value' in outcome) {
      const { unlockSn, isAssigned } = outcome.value as EnrolledMethod
      const [kept] = newMethods(stage)
      if (kept?.unlockSn !== unlockSn || (isAssigned && kept?.userId !== user))
        throw new Error(`the lock has no such ${type} of the user`)
    }
    if (stage.lock.enrolment !== undefined) throw new Error('the lock still takes something in')
    const told = JSON.stringify(stage.events) + ('error' in outcome ? String(outcome.error) : '')
    if (told.includes(password)) throw new Error('the digits were told')
  }

const scenario = (
  over: string,
  stage: HarnessOptions,
  request: Omit<EnrolRequest, 'user'>,
): Scenario => ({
  flow: `enrolment: ${request.type}`,
  over,
  stage,
  run: ({ panel, deviceId, options }) =>
    enrolment(panel, deviceId, options).enrol({ user, ...request }).done,
  check: check({ user, ...request }),
})

/** The lock stores what it takes in as nobody's, and the flow gives it to the user. */
const keptForNobody: Pick<Scenario, 'prepare'> = {
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
      'open-api and pushes, kept as nobody’s',
      { lock: frontDoor, families: ['mini-program', 'open-api'], pushes: true },
      { type: 'fingerprint' },
    ),
    ...keptForNobody,
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
]
