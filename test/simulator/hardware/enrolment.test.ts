import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator/index'
import { unlockMethodCreateReport } from '../../../src/data-points/raw/unlock-method-create'
import { reading } from '../../support/reading'
import { enrolCommand, frontDoor, gardenGate, hosts, panelAt } from './panel-at-lock'

const stepsOf = ({ reportsOf }: ReturnType<typeof panelAt>) =>
  reportsOf('unlock_method_create').map((hex) => {
    const read = reading(unlockMethodCreateReport, hex)
    if ('refused' in read) throw new Error(`not a report: ${read.refused.join()}`)
    return read.value as Record<string, unknown>
  })

describe.each(hosts)('a fingerprint enrolment over %s', (host) => {
  it('is reported step by step, and stores the method', async () => {
    const panel = panelAt(host)
    await panel.send(enrolCommand(), 20_000)
    const steps = stepsOf(panel)
    expect(steps.map(({ stage }) => stage)).toEqual([
      'start',
      ...Array.from({ length: 5 }, () => 'running'),
      'complete',
    ])
    expect(steps.map(({ steps: count }) => count)).toEqual([5, 1, 2, 3, 4, 5, 5])
    expect(steps.map(({ hardId }) => hardId)).toEqual([...Array(6).fill('new'), 4])
    expect(panel.lock.opmodes.at(-1)).toMatchObject({
      dpCode: 'unlock_fingerprint',
      unlockSn: 4,
      userId: seed.members.owner.userId,
    })
    expect(panel.simulator.journal).toMatchObject([
      { deviceId: gardenGate.id, command: 'enrol-method', action: 'unlock_method_create' },
    ])
  })

  it('takes two seconds for each step', async () => {
    const panel = panelAt(host)
    await panel.send(enrolCommand(), 3_000)
    expect(stepsOf(panel).map(({ stage }) => stage)).toEqual(['start', 'running'])
    expect(panel.lock.enrolment).toMatchObject({ dpCode: 'unlock_fingerprint', done: 1 })
    await panel.send({}, 2_000)
    expect(stepsOf(panel).at(-1)).toMatchObject({ stage: 'running', steps: 2 })
  })

  it('can be cancelled while it runs, and then stores no method', async () => {
    const panel = panelAt(host)
    await panel.send(enrolCommand(), 3_000)
    await panel.send(enrolCommand({ stage: 'cancel' }), 60_000)
    expect(stepsOf(panel).map(({ stage }) => stage)).toEqual(['start', 'running', 'cancel'])
    expect(panel.lock.opmodes).toHaveLength(gardenGate.opmodes.length)
    expect(panel.simulator.journal).toEqual([])
  })

  it.each(['duplicate', 'failed', 'timed-out'] as const)('fails with %s', async (failure) => {
    const panel = panelAt(host)
    panel.lock.enrolmentFailure = failure
    await panel.send(enrolCommand(), 61_000)
    expect(stepsOf(panel)).toMatchObject([{ stage: 'start' }, { stage: 'failed', failure }])
    expect(panel.lock.enrolment).toBeUndefined()
  })
})

describe('an enrolment', () => {
  const failureOf = async (...commands: ReturnType<typeof enrolCommand>[]) => {
    const panel = panelAt('ty')
    for (const command of commands) await panel.send(command)
    return stepsOf(panel).at(-1)?.failure
  }

  it('is rejected by the lock while another one runs', async () => {
    expect(await failureOf(enrolCommand(), enrolCommand({ type: 'card' }))).toBe(
      'fingerprint-running',
    )
    expect(await failureOf(enrolCommand({ type: 'card' }), enrolCommand())).toBe('card-running')
  })

  it('is rejected by the lock for an unsupported kind', async () => {
    expect(await failureOf(enrolCommand({ type: 'face' }))).toBe('type-not-supported')
  })

  it('is rejected by the lock for a password that is too long, too simple or a duplicate', async () => {
    const password = (pin: string) => enrolCommand({ type: 'password', pin })
    expect(await failureOf(password('1234567'))).toBe('wrong-length')
    expect(await failureOf(password('111111'))).toBe('too-simple')
    expect(await failureOf(password('123456'))).toBeUndefined()
    expect(await failureOf(password('123456'), password('123456'))).toBe('duplicate')
  })

  it('is rejected by the lock if 100 methods of the kind are stored', async () => {
    const panel = panelAt('ty')
    const [first] = panel.lock.opmodes
    if (first === undefined) throw new Error('the seed has no method')
    for (let sn = 10; sn < 110; sn++) panel.lock.opmodes.push({ ...first, unlockSn: sn })
    await panel.send(enrolCommand())
    expect(stepsOf(panel)).toMatchObject([{ stage: 'failed', failure: 'full' }])
  })

  it('cannot be cancelled if none runs', async () => {
    expect(await failureOf(enrolCommand({ stage: 'cancel' }))).toBe('wrong-number')
  })

  it('fails in the panel if the lock does not have the data point', async () => {
    const panel = panelAt('ty', frontDoor.id)
    await panel.send(enrolCommand())
    expect(panel.failures).toMatchObject([{ kind: 'unsupported' }])
  })
})
