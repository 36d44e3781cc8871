import type { ContainerRefusalMeaning } from '../core/errors/container-codes'
import type { CodeClass, VendorMeaning } from '../core/errors/vendor-codes'
import type { Problem } from './problem'
import { entryOf } from './word-in'

/** Every code of these classes is one problem, whatever its meaning. */
const byClass = {
  refresh: 'sign-in',
  refused: 'too-many',
  offline: 'offline',
  quota: 'service',
} as const satisfies Readonly<Partial<Record<CodeClass, Problem>>>

type Meaning = VendorMeaning<Exclude<CodeClass, keyof typeof byClass>> | ContainerRefusalMeaning

/** By meaning and not by code, because codes of two families never mix. */
const byMeaning: Readonly<Record<Meaning, Problem>> = {
  'signature invalid': 'setup',
  'clock invalid': 'clock',
  'system error': 'cloud-busy',
  'system busy': 'cloud-busy',
  'synchronisation in progress': 'syncing',
  'gateway busy with passwords': 'gateway-busy',
  'lock is initialising': 'initialising',
  'gateway busy with another device': 'gateway-busy',
  'operation in progress': 'busy',
  'no such data': 'not-found',
  'secret invalid': 'setup',
  'client id invalid': 'setup',
  'content type invalid': 'setup',
  'key not supported': 'setup',
  'no permission': 'no-permission',
  'parameter empty': 'bad-request',
  'parameter out of range': 'bad-request',
  'parameter null': 'bad-request',
  'commands not issued': 'not-delivered',
  'parameter type invalid': 'bad-request',
  'header missing': 'setup',
  'code invalid': 'setup',
  'no such path, or service not subscribed': 'setup',
  'parameter illegal, or password wrongly encrypted': 'bad-request',
  'repeated too soon': 'too-many',
  'no devices': 'no-such-lock',
  'function not supported': 'unsupported',
  'lock type not supported': 'unsupported',
  'product not supported': 'unsupported',
  'no such user': 'no-such-user',
  'token expired, or wrong region': 'sign-in',
  'command or value not supported': 'unsupported',
  'device not supported': 'unsupported',
  'no such device': 'no-such-lock',
  'app not supported': 'setup',
  'decryption failed': 'setup',
  'password not confirmed': 'password-unconfirmed',
  'password wrongly encrypted': 'setup',
  'no room for a password': 'passwords-full',
  'password expired': 'password-expired',
  'no more passwords': 'passwords-full',
  'illegal operation': 'bad-request',
  'at most 99 passwords': 'passwords-full',
  'too many password operations': 'too-many',
  'phone number not accepted': 'phone-number',
  'no such Zigbee password': 'no-such-password',
  'password not accepted': 'password-not-accepted',
  'no valid password': 'no-such-password',
  'name taken': 'name-taken',
  'validity in the past': 'past',
  'no text messages left': 'no-text-messages',
  'no such Wi-Fi password': 'no-such-password',
  'Wi-Fi password taken': 'password-taken',
  'no such record': 'no-such-record',
  'not allowed in this state': 'wrong-state',
  'ticket invalid': 'ticket',
  'a necessary parameter is missing': 'bad-request',
  'a parameter has a wrong format': 'bad-request',
  'the method is not authorised': 'setup',
  'the page of the app was closed': 'page-closed',
  'the context of the app was closed': 'page-closed',
  'the user has not granted the permission': 'phone-permission',
  'the app has no permission': 'phone-permission',
  'the app has no such service': 'outdated',
  'the device id is not valid': 'bad-request',
  'the group id is not valid': 'bad-request',
  'the device is not loaded yet': 'loading',
  'the app has no such service for devices': 'outdated',
  'the topic could not be subscribed to': 'setup',
  'the topic could not be unsubscribed from': 'setup',
  'the code of the data point is not valid': 'bad-request',
}

/** The problem of a refusal by the cloud or by the app's container; `undefined` for a code without a known meaning. */
export const problemOfMeaning = (codeClass: unknown, meaning: unknown): Problem | undefined =>
  entryOf<Problem>(byClass, codeClass) ?? entryOf<Problem>(byMeaning, meaning)
