/** The sign of the product: a bed, and someone beside it. */
export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
    <rect width="32" height="32" rx="8" fill="var(--brand-solid)" />
    <path
      d="M8 8v16M8 17.5h11.5a4.5 4.5 0 0 1 4.5 4.5v2M8 21.5h16"
      fill="none"
      stroke="var(--on-brand)"
      strokeWidth="2.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <circle cx="14" cy="12" r="2.6" fill="var(--on-brand)" />
  </svg>
)
