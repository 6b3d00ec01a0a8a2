/** The way back from a page about a service to its scorecard and to all services. */
export function ServiceCrumbs({ slug, name }: { slug: string; name: string }) {
  return (
    <nav className="crumbs" aria-label="Breadcrumb">
      <a href="/">All services</a> <span aria-hidden="true">›</span> <a href={`/scorecards/${slug}`}>{name}</a>
    </nav>
  );
}
