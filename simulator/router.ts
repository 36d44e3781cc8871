import type { Action } from '../src/core/action'
import type { Cloud } from './cloud'
import { createEnvelopes } from './envelopes'
import type { Answer, ArrivedRequest, Call, SimulatedAnswer, SimulatedRequest } from './exchange'
import { answerBefore, corruptResponse } from './faults/apply-fault'
import type { PlannedFaults } from './faults/create-faults'
import * as miniProgramOperations from './operations/mini-program'
import * as openApiOperations from './operations/open-api'
import { tokenRoutes } from './operations/open-api/tokens'
import type { Operation } from './operations/operation'
import * as panelOperations from './operations/panel'
import { miniProgramProtocol } from './protocols/mini-program'
import { openApiProtocol } from './protocols/open-api/open-api'
import { panelProtocol } from './protocols/panel'
import type { Protocol } from './protocols/protocol'
import { Refusal, refuse } from './refusal'
import type { Shape } from './simulator'
import { deliverPasswords } from './world/deliver-passwords'
import { createListLag } from './world/list-lag'

/** The actions by which an operation is found; panels do not call the routes for tokens. */
type RegisteredAction = Pick<Action, 'name' | 'family' | 'version' | 'versions'> &
  Partial<Pick<Action, 'safety'>>

const routes = [...Object.values(openApiOperations), ...tokenRoutes]
const operations = new Map<string, Operation<RegisteredAction>>(
  [...Object.values(miniProgramOperations), ...Object.values(panelOperations), ...routes].map(
    (one) => [`${one.action.family} ${one.action.name}`, one],
  ),
)

/** A request of no family is refused as in the mini-program family. */
const readCall = (
  request: SimulatedRequest,
  protocols: readonly Protocol[],
): { protocol: Protocol; call: Call | undefined } => {
  for (const protocol of protocols) {
    const call = protocol.read(request)
    if (call !== undefined) return { protocol, call }
  }
  return { protocol: miniProgramProtocol, call: undefined }
}

/** Whether an API exists in that version; families without versions have none. */
const supportsVersion = (
  { version, versions = {} }: RegisteredAction,
  requested: string | undefined,
): boolean =>
  requested === undefined || requested === version || Object.values(versions).includes(requested)

export interface Router {
  handle(request: SimulatedRequest): SimulatedAnswer
  readonly protocols: readonly Protocol[]
}

/** Executes and answers requests of all families. */
export const createRouter = (
  cloud: Cloud,
  {
    requests,
    faults,
    shape,
  }: {
    readonly requests: ArrivedRequest[]
    readonly faults: PlannedFaults
    readonly shape: () => Shape
  },
): Router => {
  const openApi = openApiProtocol(
    cloud,
    routes.map(({ action }) => action),
  )
  const listLag = createListLag(cloud)
  const protocols: readonly Protocol[] = [openApi, miniProgramProtocol, panelProtocol]
  const envelopes = createEnvelopes(cloud)

  /** The answer to a call that reached the cloud. */
  const answerTo = (
    request: SimulatedRequest,
    call: Call | undefined,
    protocol: Protocol,
    answerOf: (refusal: Refusal) => Answer,
  ): Answer => {
    try {
      const operation =
        operations.get(`${call?.family} ${call?.action}`) ??
        refuse('uri path invalid', call?.action)
      if (!supportsVersion(operation.action, call?.version))
        refuse('uri path invalid', call?.version)
      // The live cloud looks up the route before it checks the credentials.
      if (call !== undefined) protocol.authenticate?.(request, call)
      const { name, safety } = operation.action
      listLag.keep()
      const result = operation.answer(listLag.cloudFor(name, safety === 'read'), call?.params ?? {})
      listLag.keep()
      const sampled = shape() === 'sampled' ? operation.sampled : undefined
      return envelopes.success(protocol, result, sampled)
    } catch (error) {
      if (error instanceof Refusal) return answerOf(error)
      throw error
    }
  }

  /** Applies faults: before the call reaches the cloud, or after it executed. */
  const handle = (request: SimulatedRequest): SimulatedAnswer => {
    deliverPasswords(cloud)
    cloud.history.remember(cloud)
    const { protocol, call } = readCall(request, protocols)
    const { action, family, params } = call ?? {}
    const arrived = { at: cloud.now(), action, family, params }
    requests.push(arrived)
    const refused = (refusal: Refusal) => {
      Object.assign(arrived, { explanation: refusal.explanation })
      return envelopes.refusal(refusal)
    }
    const fault = call === undefined ? undefined : faults.take(call.action)
    const before = answerBefore(fault, refused)
    if (before !== undefined) return before
    const answer = answerTo(request, call, protocol, refused)
    cloud.history.remember(cloud)
    return corruptResponse(answer, fault)
  }

  return { handle, protocols }
}
