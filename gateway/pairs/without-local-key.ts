/** A local key is sufficient to command the device in its own network, so it stays on the server. */
export const withoutLocalKey = <Row>(device: Row): Row & { readonly local_key: string } => ({
  ...device,
  local_key: '',
})
