import type { Observable } from 'rxjs'
import type { ShortCall } from '../../core/transport/native-like'
import type { TransportAnswer, TransportRequest } from '../../core/transport/transport'

/** A calling style of a native host. */
export type NativeCall = (request: TransportRequest) => Observable<TransportAnswer>

/** The default version of the hosts. */
const DEFAULT_VERSION = '1.0'

export const versionOf = ({ version = DEFAULT_VERSION }: TransportRequest): string => version

export const shortCallOf = (request: TransportRequest): ShortCall => ({
  a: request.action,
  postData: request.params,
  v: versionOf(request),
})
