/** Signed REST, for servers: the transport of the OpenAPI family. The cryptography is loaded at the first request. */
export type { OpenApiOptions } from '../open-api/open-api'
export { openApi } from '../open-api/open-api'
export type { Region } from '../open-api/regions'
export type { AppUser, ProjectUser, SignIn } from '../open-api/sign-in'
export type { OpenApiToken, TokenStore } from '../open-api/token-store'
