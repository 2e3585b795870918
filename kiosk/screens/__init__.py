"""One file per screen: draws the content a presenter made, and tells what was touched."""
