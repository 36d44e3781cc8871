import { observeOn, type SchedulerLike } from 'rxjs'
import type { SimulatedRequest } from '../exchange'
import type { DeviceLink } from '../hardware/device-link'
import type { Exchange } from '../wx/fake-wx'
import { type AppOutcome, outcomeOf } from './app-outcome'
import { apiRequestOf, routeRequestOf } from './app-request'
import type { TyDeviceInfo } from './ty-device-info'

type Fields = Readonly<Record<string, unknown>>
type DpListener = (event: DpEvent) => void

interface Callbacks<Answer> {
  success?(answer: Answer): void
  fail?(failure: unknown): void
  complete?(): void
}

interface DpEvent {
  readonly deviceId: string
  readonly gwId: string
  /** By id. */
  readonly dps: Fields
  readonly options: Fields
}

/** The part of `ty` that a lock panel uses: callbacks everywhere, data points by id. */
export interface FakeTy {
  apiRequestByAtop(
    init: { api: string; version?: string; postData: Fields } & Callbacks<{ data: string }>,
  ): void
  apiRequestByHighway(
    init: { api: string; method?: string; data?: Fields } & Callbacks<{ data: string }>,
  ): void
  apiRequestByHighwayRestful(
    init: { api: string; method?: string; query?: Fields; body?: Fields } & Callbacks<{
      result: unknown
      api: string
    }>,
  ): void
  readonly device: {
    publishDps(init: { deviceId: string; dps: Fields; mode: number } & Callbacks<boolean>): void
    onDpDataChange(listener: DpListener): void
    offDpDataChange(listener: DpListener): void
    /** The parts of the device info that a lock panel reads. */
    getDeviceInfo(init: { deviceId: string } & Callbacks<TyDeviceInfo>): void
  }
  /** The number of listeners for data points. */
  listenerCount(): number
}

/** The container's own codes for a request: of the panel family, and of a route. */
const ATOP_FAILED = 30001
const HIGHWAY_FAILED = 30010
const NETWORK_FAILED = 9006
const PUBLISH_FAILED = 20028
const WRONG_DEVICE = 20001

/** A `ty` that behaves as the container: answers as JSON text, its own outer code, and the code of the cloud inside. */
export const fakeTy = (
  exchange: Exchange,
  scheduler: SchedulerLike,
  device?: DeviceLink,
  deviceInfo?: () => TyDeviceInfo,
): FakeTy => {
  const listeners: DpListener[] = []
  device?.reports$.pipe(observeOn(scheduler)).subscribe((dps) => {
    const event = { deviceId: device.deviceId, gwId: device.deviceId, dps, options: {} }
    for (const listener of [...listeners]) listener(event)
  })

  const request = <Answer>(
    sent: SimulatedRequest,
    outerCode: number,
    answerOf: (text: string) => Answer,
    callbacks: Callbacks<Answer>,
  ): void => {
    exchange(sent)
      .pipe(observeOn(scheduler))
      .subscribe((answer) => {
        const outcome = outcomeOf(answer)
        if (outcome.kind === 'result') callbacks.success?.(answerOf(outcome.text))
        else callbacks.fail?.(failureOf(outcome, outerCode))
        callbacks.complete?.()
      })
  }

  return {
    apiRequestByAtop: ({ api, version = '1.0', postData, ...callbacks }) =>
      request(
        apiRequestOf(api, version, postData, device?.deviceId),
        ATOP_FAILED,
        (data) => ({ data }),
        callbacks,
      ),
    apiRequestByHighway: ({ api, method = 'GET', data: params, ...callbacks }) =>
      request(
        method === 'GET' || method === 'DELETE'
          ? routeRequestOf(method, api, params)
          : routeRequestOf(method, api, {}, params),
        HIGHWAY_FAILED,
        (data) => ({ data }),
        callbacks,
      ),
    apiRequestByHighwayRestful: ({ api, method = 'GET', query, body, ...callbacks }) =>
      request(
        routeRequestOf(method, api, query, body),
        HIGHWAY_FAILED,
        (text) => ({ result: JSON.parse(text), api }),
        callbacks,
      ),
    device: {
      publishDps: ({ deviceId, dps, success, fail }) => {
        scheduler.schedule(() => {
          if (device?.deviceId !== deviceId) fail?.(containerFailure(WRONG_DEVICE))
          else if (device.publish(dps)) success?.(true)
          else fail?.(containerFailure(PUBLISH_FAILED))
        })
      },
      onDpDataChange: (listener) => {
        listeners.push(listener)
      },
      offDpDataChange: (listener) => {
        const index = listeners.indexOf(listener)
        if (index >= 0) listeners.splice(index, 1)
      },
      getDeviceInfo: ({ deviceId, success, fail }) => {
        scheduler.schedule(() => {
          const info = deviceInfo?.()
          if (info?.devId !== deviceId) fail?.(containerFailure(WRONG_DEVICE))
          else success?.(info)
        })
      },
    },
    listenerCount: () => listeners.length,
  }
}

const failureOf = (outcome: AppOutcome, outerCode: number): unknown =>
  outcome.kind === 'refusal'
    ? {
        errorMsg: 'request error',
        errorCode: outerCode,
        innerError: { errorCode: String(outcome.code), errorMsg: outcome.msg },
      }
    : containerFailure(NETWORK_FAILED)

const containerFailure = (errorCode: number): unknown => ({
  errorMsg: 'request error',
  errorCode,
  innerError: { errorCode: '', errorMsg: '' },
})
