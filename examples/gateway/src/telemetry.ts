import type { GatewayEvent } from 'lockpanel/gateway'
import type { Logger } from 'pino'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'

/** The metrics of a gateway. No label is an id, because each value of a label is a time series. */
export const createTelemetry = (log: Logger) => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const calls = new Counter({
    name: 'lockpanel_gateway_calls_total',
    help: 'Calls by action, HTTP status and code; the code of a success is 0.',
    labelNames: ['action', 'status', 'code'],
    registers: [registry],
  })
  const repeats = new Counter({
    name: 'lockpanel_gateway_repeats_total',
    help: 'Commands that were answered from the outcome of an earlier request.',
    labelNames: ['action'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'lockpanel_gateway_call_seconds',
    help: 'Time from the request to its answer.',
    labelNames: ['action'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  return {
    registry,
    onCall: (event: GatewayEvent): void => {
      const { action = 'unreadable', status, code = 0, isRepeat, durationMs } = event
      calls.inc({ action, status, code })
      durations.observe({ action }, durationMs / 1000)
      if (isRepeat) repeats.inc({ action })
      const level = status >= 500 ? 'error' : code === 0 ? 'info' : 'warn'
      log[level](event, 'call')
    },
  }
}
