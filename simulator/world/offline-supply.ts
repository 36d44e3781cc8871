/** How many offline passwords, and codes that clear them, are left. */
export interface OfflineSupply {
  multiple: number
  once: number
  clearOne: number
  clearAll: number
}
