import { defer, from, map, type Observable, switchMap } from 'rxjs'
import { type Check, expects, optionsOf } from '../core/options/check'
import { isText, oneOf } from '../core/options/checks'
import type { TransportAnswer } from '../core/transport/transport'
import { canonicalRequest } from './canonical-request'
import { loadCryptography } from './load-cryptography'
import type { SignedExchange } from './signed-exchange'

/** A user of the vendor's app whose account is linked to the project. */
export interface AppUser {
  readonly as: 'app-user'
  /** The app of the account. */
  readonly app: 'tuyaSmart' | 'smartlife'
  /** The calling code of the account's country, such as 49. */
  readonly countryCode: string
  /** The name of the account: an e-mail address or a phone number. */
  readonly username: string
  /** Sent as its MD5, as clients of the vendor do. */
  readonly password: string
}

/** A user of the project itself (its industry users). */
export interface ProjectUser {
  readonly as: 'project-user'
  /** The name of the user in the project. */
  readonly username: string
  /** Sent as its SHA-256. */
  readonly password: string
}

/** The account that `openApi` acts for. */
export type SignIn = AppUser | ProjectUser

const routes = {
  'app-user': 'POST /v1.0/iot-01/associated-users/actions/authorized-login',
  'project-user': 'POST /v1.0/iot-03/users/login',
} as const

/** Vendor pages on both log-ins (A); that the password of an app user is an MD5 is known from clients. */
export const signInRoute = (signIn: SignIn) => routes[signIn.as]

/** Sends the log-in, which is signed like a request for a token. */
export const sendSignIn = (exchange: SignedExchange, signIn: SignIn): Observable<TransportAnswer> =>
  defer(() => {
    const origin = { action: signInRoute(signIn), family: 'open-api' } as const
    return from(loadCryptography(origin)).pipe(
      switchMap(({ md5Hex, sha256Hex }) => {
        const { username } = signIn
        const hash = signIn.as === 'app-user' ? md5Hex : sha256Hex
        const password = hash(signIn.password)
        const params =
          signIn.as === 'app-user'
            ? { country_code: signIn.countryCode, username, password, schema: signIn.app }
            : { username, password }
        return exchange(origin, canonicalRequest({ ...origin, params })).pipe(
          map((answer) => ({
            ...answer,
            secrets: [...(answer.secrets ?? []), signIn.password, password],
          })),
        )
      }),
    )
  })

const isAppUser = /*#__PURE__*/ optionsOf<AppUser>({
  as: /*#__PURE__*/ oneOf(['app-user', 'project-user']),
  app: /*#__PURE__*/ oneOf(['tuyaSmart', 'smartlife']),
  countryCode: /*#__PURE__*/ expects('digits', (code: string) => /^\d{1,4}$/.test(code)),
  username: isText,
  password: isText,
})
const isProjectUser = /*#__PURE__*/ optionsOf<ProjectUser>({
  as: /*#__PURE__*/ oneOf(['app-user', 'project-user']),
  username: isText,
  password: isText,
})

/** The check of the option. */
export const isSignIn: Check = (value, path) =>
  ((value as Partial<SignIn>)?.as === 'project-user' ? isProjectUser : isAppUser)(value, path)
