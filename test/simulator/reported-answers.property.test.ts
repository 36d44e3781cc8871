import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSimulator, type SimulatedRequest, type Simulator } from '../../simulator'
import { reportedAnswers } from '../../simulator/reported-answers'
import type { Action } from '../../src/core/action'
import { exampleActions, exampleParams } from '../support/examples'
import { frontDoor, type Params, requestOfFamily, simulated } from './client'

const EXPLANATION = 'x-simulator-explanation'

const answerOf = (simulator: Simulator, request: SimulatedRequest) => {
  const answer = simulator.handle(request)
  if (answer.kind === 'dropped') throw new Error('the connection broke')
  return { headers: answer.headers, body: JSON.parse(answer.body) as Record<string, unknown> }
}

/** Checks an answer: a refusal has the reported text alone, and its explanation beside it. */
const expectReported = (simulator: Simulator, request: SimulatedRequest): boolean => {
  const { headers, body } = answerOf(simulator, request)
  expect(body.tid).toMatch(/^[0-9a-f]{32}$/)
  const { explanation } = simulator.requests.at(-1) ?? {}
  expect(headers[EXPLANATION]).toBe(explanation)
  if (body.success === true) {
    expect(explanation).toBeUndefined()
    return false
  }
  expect(Object.keys(body).sort()).toEqual(['code', 'msg', 'success', 't', 'tid'])
  expect(body.msg).toBe(reportedAnswers[body.code as number]?.msg)
  expect(explanation).toMatch(/^[\x20-\x7e]{1,200}$/)
  return true
}

/** A URL has texts, and a path without one of its parts is another path. */
const isInUrl = ({ name, query }: Action, field: string): boolean =>
  /^(GET|DELETE) /.test(name) || name.includes(`{${field}}`) || query?.includes(field) === true

/** Wrong in the way of a client: left out, of another type, out of bounds, of another project, unknown. */
const wrong = fc.constantFrom<unknown>(
  undefined,
  null,
  '',
  'nowhere',
  -1,
  1e15,
  true,
  {},
  [7],
  [{}],
)
const change = fc.record({ index: fc.nat(20), value: wrong })

describe.each(exampleActions)('the refusals of $name', (action) => {
  it('have the reported text of their code, and explain themselves outside the answer', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        const simulator = simulated()
        const params = {
          ...(action.params.encode(exampleParams(action.name, simulator)) as Params),
        }
        const fields = [...Object.keys(params), 'unknown_field']
        for (const { index, value } of changes) {
          const field = fields[index % fields.length] as string
          params[field] = isInUrl(action, field) ? String(value || 'nowhere') : value
        }
        expectReported(simulator, requestOfFamily(simulator, action.name, params))
      }),
      { numRuns: 15 },
    )
  })

  it('explain an unknown field by its name', () => {
    const simulator = simulated()
    const params = action.params.encode(exampleParams(action.name, simulator)) as Params
    const request = requestOfFamily(simulator, action.name, { ...params, unknown_field: 1 })
    expect(expectReported(simulator, request)).toBe(true)
    expect(simulator.requests.at(-1)?.explanation).toContain('unknown_field')
  })
})

describe('a planned refusal', () => {
  it('has the reported text of its code, unless the test plans another', () => {
    const simulator = simulated()
    const request = requestOfFamily(simulator, 'device.status', { device_id: frontDoor.id })
    for (const code of Object.keys(reportedAnswers)) {
      simulator.faults.next('device.status', { vendorCode: Number(code) })
      expect(expectReported(simulator, request)).toBe(true)
    }
    simulator.faults.next('device.status', { vendorCode: 1106, msg: 'own text' })
    expect(answerOf(simulator, request).body).toMatchObject({ code: 1106, msg: 'own text' })
  })
})

describe('the tid of an answer', () => {
  it('is not repeated', () => {
    const simulator = createSimulator({ random: () => 0 })
    const request = requestOfFamily(simulator, 'timer.currentTime', {})
    const tids = Array.from({ length: 50 }, () => answerOf(simulator, request).body.tid)
    expect(new Set(tids).size).toBe(50)
  })
})

describe('the table of reported texts', () => {
  it('has a text and a source for every code, and no name of a parameter', () => {
    const names = new Set(
      exampleActions.flatMap(({ name }) =>
        Object.keys(exampleParams(name, simulated()) as Params).filter((one) => /[_A-Z]/.test(one)),
      ),
    )
    for (const [code, { msg, source, certainty }] of Object.entries(reportedAnswers)) {
      expect([msg.length > 3, source.length > 3, certainty], code).toEqual([
        true,
        true,
        expect.stringMatching(/^(printed|listed)$/),
      ])
      for (const name of names) expect(msg.split(/[ :,.]/), code).not.toContain(name)
    }
  })
})
