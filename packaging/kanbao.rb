# Homebrew formula; `packaging/release` writes url and sha256 for a release.
class Kanbao < Formula
  desc "Terminal reader for Chinese, Japanese and Korean articles"
  homepage "https://example.org/kanbao"
  url "https://example.org/kanbao/kanbao-0.1.0.tar.gz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "GPL-3.0-or-later"

  depends_on "pkgconf" => :build
  depends_on "gettext"
  depends_on "inih"
  depends_on "jansson"
  depends_on "libarchive"
  depends_on "libunistring"
  depends_on "ncurses"
  depends_on "pcre2"
  depends_on "sqlite"
  depends_on "uchardet"
  depends_on "zlib"

  def install
    system "./configure", "--disable-silent-rules", *std_configure_args
    system "make", "install"
  end

  test do
    (testpath/"page.txt").write "第一行\n"
    assert_match "第一行", shell_output("#{bin}/kanbao --print all page.txt")
  end
end
