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
  /** Called with the answer of the app. */
  success?(answer: Answer): void
  /** Called with the failure of the app: `{ errorCode, errorMsg, innerError }`. */
  fail?(failure: unknown): void
  /** Called after `success` or `fail`. */
  complete?(): void
}

interface DpEvent {
  /** The id of the lock. */
  readonly deviceId: string
  /** The id of the gateway, or of the lock itself. */
  readonly gwId: string
  /** By id. */
  readonly dps: Fields
  /** Further fields of the app; empty here. */
  readonly options: Fields
}

/** The part of `ty` that a lock panel uses: callbacks everywhere, data points by id. */
export interface FakeTy {
  /** Sends an API of the panel family. */
  apiRequestByAtop(
    init: {
      /** The name of the API. */
      api: string
      /** The version of the API. */
      version?: string
      /** The parameters of the API. */
      postData: Fields
    } & Callbacks<{
      /** The answer of the cloud as JSON text. */
      data: string
    }>,
  ): void
  /** Sends a route of the open API. */
  apiRequestByHighway(
    init: {
      /** The path of the route. */
      api: string
      /** The HTTP method of the route. */
      method?: string
      /** The parameters of the route. */
      data?: Fields
    } & Callbacks<{
      /** The answer of the cloud as JSON text. */
      data: string
    }>,
  ): void
  /** Sends a route of the open API, with a separate query and body. */
  apiRequestByHighwayRestful(
    init: {
      /** The path of the route. */
      api: string
      /** The HTTP method of the route. */
      method?: string
      /** The parameters in the query. */
      query?: Fields
      /** The parameters in the body. */
      body?: Fields
    } & Callbacks<{
      /** The result of the route, already parsed. */
      result: unknown
      /** The path of the route. */
      api: string
    }>,
  ): void
  /** The data points of the panel's lock. */
  readonly device: {
    /** Sends values by id; a success means that the app has accepted them. */
    publishDps(
      init: {
        /** The id of the lock; another one fails. */
        deviceId: string
        /** The values by id. */
        dps: Fields
        /** 0 local network, 1 internet, 2 selected by the app. */
        mode: number
      } & Callbacks<boolean>,
    ): void
    /** Registers a listener for the reports of the lock. */
    onDpDataChange(listener: DpListener): void
    /** Removes the same function. */
    offDpDataChange(listener: DpListener): void
    /** The parts of the device info that a lock panel reads. */
    getDeviceInfo(
      init: {
        /** The id of the lock; another one fails. */
        deviceId: string
      } & Callbacks<TyDeviceInfo>,
    ): void
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
