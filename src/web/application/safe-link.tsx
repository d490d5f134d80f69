interface SafeLinkProps {
  readonly url: string;
  readonly label: string;
}

/** A link to an address that somebody wrote: followed only where that can do no harm, otherwise only text. */
export function SafeLink({ url, label }: SafeLinkProps) {
  if (!/^https?:\/\//i.test(url)) return <span dir="auto">{url}</span>;
  return (
    <a class="away" href={url} title={url} target="_blank" rel="noopener noreferrer" dir="auto">
      {label}
    </a>
  );
}
