"""An own article with the traps of real copy; place, people and bodies in it are invented.

The traps: TƯ and TU are different abbreviations, old-style tone marks (hóa, khóa, ủy), dates in
three styles inside the body, 11.000 for eleven thousand, curly quotes, a bracket in a file name,
a picture with a credit and one without, a paragraph that ends in "...", two subheadings.
"""

TRAP_PICTURES: tuple[str, ...] = ("2(1).jpg", "gieng-dinh.jpg")

TRAP_TEXT: str = """\
Đời sống

Thị xã Bến Sương: Khơi lại giếng làng theo Kết luận số 14-KL/TƯ

Lam Khê 21/03/2023 - 06:45

Hai năm qua, các tổ giữ giếng ở thị xã Bến Sương đã khơi lại 46 giếng làng theo Kết luận số 14-KL/TƯ của Hội Giữ Giếng và Kế hoạch số 26-KH/TU của Hội ủy Bến Sương về “Giữ giếng là giữ làng”. Nước ngọt về gần, người già trong xóm bớt được một quãng đường gánh gồng.

2(1).jpg
Tổ giữ giếng xóm Gạo nạo vét lòng giếng trong buổi sáng đầu mùa khô. Ảnh: Hạ Miên

Mỗi xóm một tổ, mỗi tổ một cuốn sổ

Ngày giỗ làng năm nay, bà con xóm Gạo mở hội nước để nhớ tròn 97 năm ngày đào giếng Đình (12/4/1926 - 12/4/2023). Hội kéo dài ba buổi, có thi gánh nước, thi kể chuyện giếng và một đêm sân khấu hóa do chính các cụ trong tổ dàn dựng. Khán giả ngồi kín sân đình, trẻ con trèo cả lên bờ tường để xem.

“Hồi tôi về làm dâu, giếng này nuôi cả xóm. Có năm hạn, người ta xếp gàu từ canh ba, ai đến trước múc trước, không ai tranh của ai”, bà Tạ Thị Nhài, tổ trưởng tổ giữ giếng xóm Gạo, kể lại.

Theo Quyết định số 31-QĐ/TU ngày 7-2-2023 của Hội ủy Bến Sương, mỗi tổ có từ năm đến bảy người và giữ một cuốn sổ ghi mực nước từng tuần. Đến hết tháng Hai, các tổ đã ghi được hơn 11.000 lượt đo, gửi về trạm khí tượng của thị xã để vẽ thành bản đồ nước ngầm. Ủy viên phụ trách kỹ thuật Quách Đình Sáng cho biết, nhờ cuốn sổ ấy mà lần đầu tiên thị xã biết giếng nào cạn trước, giếng nào còn đủ nước qua tháng Năm.

Việc khơi giếng không tốn nhiều tiền, nhưng tốn công. Phải tát cạn, vét bùn, chèn lại đá thành giếng rồi chờ nước trong, có khi mất cả tháng. Ở xóm Bến, thợ đá Vương Văn Lạc nhận làm không công ba giếng liền, chỉ xin bà con bữa cơm trưa và một ấm chè.

gieng-dinh.jpg
Giếng Đình sau khi được chèn lại đá và lát sân gạch.

Giữ nước lâu dài, bắt đầu từ lớp học

Không phải nơi nào cũng thuận. Tại ba xóm ven đường lớn, nước giếng khơi xong vẫn đục, tổ phải khóa nắp chờ kết quả kiểm nghiệm. Có giếng nằm trong đất của hộ dân, việc xin lối đi chung kéo từ mùa này sang mùa khác. Một vài tổ lập ra cho đủ, sổ ghi được dăm trang rồi bỏ trống...

Từ ngày 5.3.2023, Trường Trung học cơ sở Bến Sương đưa chuyện giếng vào giờ học địa lý của khối 8. Học sinh chia nhóm, theo các cụ đi đo mực nước, chép lại vào sổ và tự vẽ bản đồ xóm mình. Cô giáo Ngạc Thu Hòa nói, các em nhớ bài lâu hơn hẳn so với khi chỉ nhìn hình trong sách; “có em về còn bắt bố mẹ che lại nắp giếng cho sạch”.

Trong Kết luận số 14-KL/TƯ, Hội Giữ Giếng đặt mục tiêu đến năm 2026 mỗi xóm có ít nhất một giếng đủ nước dùng quanh năm. Hội ủy Bến Sương thì chọn đích gần hơn: hết khóa này, 46 giếng đã khơi không giếng nào phải lấp lại.

(0) Bình luận
Nổi bật
Đừng bỏ lỡ
Thị xã Bến Sương: Khơi lại giếng làng theo Kết luận số 14-KL/TƯ

(*) Bài viết thuộc bản quyền của tòa soạn; đăng lại xin dẫn nguồn và giữ nguyên nội dung."""
